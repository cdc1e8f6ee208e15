"""Words that differ from the stored ones: clauses, titles, quotes, definitions."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.verify.difference import difference
from macros.verify.page import read
from macros.verify.texts import texts
from tests.verify.conftest import Plot, Standard

CLAUSE = r'(data-clause="m18c2"[^>]*>加强思政育人特色学校培育建)设'


def test_v01_a_clause_that_differs(plot: Plot) -> None:
    """One altered character of a clause is named with its page, place and both code points."""
    plot.change("cn24.html", CLAUSE, r"\1没")
    finding = plot.finding
    assert (finding.code, finding.location.file) == ("V01", "cn24.html")
    assert finding.location.line > 0
    assert finding.params == {
        "id": "m18c2",
        "position": "14",
        "found": "没 (U+6CA1)",
        "expected": "设 (U+8BBE)",
    }


@pytest.mark.parametrize(
    ("character", "named"),
    [(" ", "  (U+0020)"), ("\u200b", "U+200B"), ("\n", "U+000A"), ("\u2f74", "⽴ (U+2F74)")],
    ids=["blank", "invisible", "line-end", "radical"],
)
def test_v01_a_character_that_hardly_shows(plot: Plot, character: str, named: str) -> None:
    """A blank, an invisible character or a look-alike is found as any other."""
    plot.change("cn24.html", CLAUSE, rf"\1{character}设")
    assert (plot.finding.code, plot.finding.params["found"]) == ("V01", named)


def test_v01_a_clause_that_ends_early(plot: Plot) -> None:
    """Past the end of a text, the finding shows a dash."""
    plot.change("cn24.html", r'(data-clause="m18c2"[^>]*>[^<]*)。</', r"\1</")
    assert (plot.finding.code, plot.finding.params["found"]) == ("V01", "—")


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_v01_any_altered_character_is_found(
    standard: Standard, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whichever character of whichever clause becomes another, it is named, and nothing else."""
    clauses = [c for c in standard.library.clauses if c.document.id == "cn24"]
    found = data.draw(st.sampled_from(clauses))
    text = found.clause.text
    position = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(categories=["L", "N", "P", "S", "Zs"]))
    altered = text[:position] + other + text[position + 1 :]
    page = (standard.tree.folder / "cn24.html").read_text("utf-8")
    assert page.count(text) == 1
    folder = tmp_path_factory.getbasetemp()
    (folder / "cn24.html").write_bytes(page.replace(text, html.escape(altered)).encode())
    findings = list(texts(standard.library, {"cn24.html": read(folder, "cn24.html")}))
    expected = difference(altered, text)
    assert [finding.params for finding in findings] == (
        [{"id": found.clause.id, **expected}] if expected else []
    )
    if expected:
        assert expected["position"] == str(position + 1)


def test_v02_a_title_that_differs(plot: Plot) -> None:
    """One altered character of a title is named, on whatever page it stands."""
    plot.change("index.html", r'(data-title="m18"[^>]*>强化思想政)治', r"\1冶")
    finding = plot.finding
    assert (finding.code, finding.location.file) == ("V02", "index.html")
    assert finding.params["id"] == "m18"
    assert finding.params["position"] == "6"


def test_v03_a_quote_that_is_none(plot: Plot) -> None:
    """Quoted words that are not in their clause are shown, with the clause."""
    page = "mechanisms/secretary-lecture.html"
    plot.change(
        page, r'(data-quote="m18c2"[^>]*>党组织书记（校长）每学)期(为师生上1次思政课<)', r"\1年\2"
    )
    finding = plot.finding
    assert (finding.code, finding.location.file) == ("V03", page)
    assert finding.params == {"id": "m18c2", "quote": "党组织书记（校长）每学年为师生上1次思政课"}


def test_v03_a_quote_cut_short(plot: Plot) -> None:
    """Words that are in their clause, but are fewer than anybody quoted, are shown."""
    page = "mechanisms/secretary-lecture.html"
    plot.change(
        page, r'(data-quote="m18c2"[^>]*>党组织书记（校长）每学期为师生上1次思政)课<', r"\1<"
    )
    finding = plot.finding
    assert (finding.code, finding.location.file) == ("V03", page)
    assert finding.params == {"id": "m18c2", "quote": "党组织书记（校长）每学期为师生上1次思政"}


def test_v03_an_empty_quote(plot: Plot) -> None:
    """A quote without words is no quote."""
    plot.add('<q data-quote="m18c2"></q>')
    assert (plot.finding.code, plot.finding.params["quote"]) == ("V03", "")


def test_v03_words_marked_for_the_wrong_duty(plot: Plot) -> None:
    """What a clause marks as a duty's words must be the duty's quote, whole."""
    plot.change("cn24/m18.html", r'<span data-duty-quote="m18d2">深化</span>', "深化")
    assert (plot.finding.code, plot.finding.params) == (
        "V03",
        {"id": "m18d2", "quote": "课程思政改革"},
    )


@pytest.mark.parametrize(
    "html",
    [
        '<p data-clause="m99c1">旧条文</p>',
        '<p data-title="m99">旧标题</p>',
        '<q data-quote="m99c1">旧引文</q>',
        '<p data-definition="m99c1">旧释义</p>',
        '<p data-clause="m18c1"><span data-duty-quote="m99c1"></span></p>',
    ],
    ids=["clause", "title", "quote", "definition", "mark"],
)
def test_v04_words_of_a_record_that_is_none(plot: Plot, html: str) -> None:
    """Words that claim to be of an unknown record are named by its id."""
    plot.add(html)
    assert [f.params["id"] for f in plot.findings if f.code == "V04"][:1] in (["m99c1"], ["m99"])


def test_v19_a_quote_of_nothing(plot: Plot) -> None:
    """A quote that names no clause cannot be checked, so it may not look like one."""
    plot.add("<q>党组织书记每学期上一次思政课</q>")
    assert plot.finding.code == "V19"


def test_v24_a_definition_that_differs(plot: Plot) -> None:
    """One altered character of a definition is named."""
    defined = next(term for term in plot.standard.library.terms if term.definition)
    page = f"terms/{defined.id}.html"
    plot.change(page, rf'(data-definition="{defined.id}"[^>]*>(?:<q[^>]*>)?)', r"\1另")
    assert {"V24"} <= {finding.code for finding in plot.findings} <= {"V24", "V03"}


def test_v24_a_definition_that_nobody_has_given(plot: Plot) -> None:
    """A pending entry has no definition; whoever shows one made it up."""
    pending = next(term for term in plot.standard.library.terms if term.definition is None)
    plot.add(f'<p data-definition="{pending.id}">编的</p>', f"terms/{pending.id}.html")
    assert plot.finding.code == "V24"
    assert plot.finding.params["expected"] == "—"
