"""What a page owes and does not show, and what it shows and nobody holds."""

from __future__ import annotations

import re

import pytest

from tests.verify.conftest import Plot


def test_v05_a_clause_that_is_left_out(plot: Plot) -> None:
    """What the document page leaves out is named by its place in the source."""
    plot.change("cn24.html", r'<span[^>]*data-clause="m18c2"[^>]*>[^<]*</span>', "")
    source = plot.standard.library.documents[0].text
    before = source[: source.index("加强思政育人特色学校")]
    clause = plot.standard.library.clause("m18c2")
    assert clause is not None
    assert (plot.finding.code, plot.finding.location.file) == ("V05", "cn24.html")
    assert plot.finding.params == {
        "source": "source.txt",
        "line": str(before.count("\n") + 1),
        "column": str(len(before) - before.rfind("\n")),
        "character": "加 (U+52A0)",
        "count": str(len(clause.clause.text)),
    }


def test_v05_no_continuous_text_at_all(plot: Plot) -> None:
    """Without its marked container, the document page shows nothing of the source."""
    plot.change("cn24.html", r' data-text-of="cn24"', "")
    stretches = [finding for finding in plot.findings if finding.code == "V05"]
    library = plot.standard.library
    assert len(stretches) == len(library.clauses) + len(library.measures) + 6


@pytest.mark.parametrize(
    ("page", "pattern", "id_"),
    [
        ("index.html", r' data-title="m18"', "m18"),
        ("cn24/p5.html", r' data-title="p5"', "p5"),
        ("matrix.html", r'data-measure="m18" (data-role="principal")', "m18 × principal"),
        ("cn24/m18.html", r' id="m18q1"', "#m18q1"),
        ("cn24.html", r"[0-9a-f]{64}", "SHA-256"),
    ],
    ids=["title", "heading", "cell", "question", "digest"],
)
def test_v06_something_is_missing(plot: Plot, page: str, pattern: str, id_: str) -> None:
    """Whatever a page owes and lacks is named, with the page."""
    new = r"\1" if "(" in pattern else ""
    plot.change(page, pattern, new)
    assert {(f.code, f.location.file) for f in plot.findings} == {("V06", page)}
    assert plot.findings[0].params["id"].startswith(id_)


def test_v06_a_duty_that_the_ledger_lacks(plot: Plot) -> None:
    """A row of the ledger that is no longer the duty's is missed with its roles and words."""
    plot.change("ledger.html", r'(<tr[^>]*) data-duty="m18d8"', r"\1")
    assert {(f.code, f.location.file) for f in plot.findings} == {("V06", "ledger.html")}
    missed = {finding.params["id"] for finding in plot.findings}
    assert {"m18d8", "m18d8 × party-secretary", "m18d8 × students"} <= missed


def test_v06_a_duty_in_other_words(plot: Plot) -> None:
    """A duty that is there by its id but not by its words is missing."""
    duties = (found.duty for found in plot.standard.library.duties)
    duty = next(duty for duty in duties if duty.do not in duty.quote)
    plot.change("ledger.html", f"{duty.do}</a>", "做别的事</a>")
    assert plot.finding.params["id"] == f"{duty.id}: {duty.do}"


@pytest.mark.parametrize(
    ("html", "id_"),
    [
        ('<p data-duty="m99d1">旧任务</p>', "m99d1"),
        (
            '<p data-measure="m18" data-role="nobody"'
            ' data-degree="lead" data-basis="stated">格</p>',
            "m18 × nobody",
        ),
        (
            '<p data-duty="m18d8">每学期为师生上一次思政课<span data-role="nobody"'
            ' data-degree="lead" data-basis="stated">谁</span></p>',
            "m18d8 × nobody",
        ),
    ],
    ids=["duty", "cell", "party"],
)
def test_v07_something_nobody_holds(plot: Plot, html: str, id_: str) -> None:
    """A duty, a cell or a role's part that no data holds is named."""
    plot.add(html)
    assert (plot.finding.code, plot.finding.params["id"]) == ("V07", id_)


def test_v07_a_page_of_no_record(plot: Plot) -> None:
    """A page among those of the roles that no role has is a stranger, and nobody links to it."""
    role = (plot.tree.folder / "roles" / "principal.html").read_bytes()
    plot.write("roles/nobody.html", role)
    assert [(f.code, f.location.file) for f in plot.findings] == [
        ("V07", "roles/nobody.html"),
        ("V25", "roles/nobody.html"),
    ]


def test_v09_a_page_that_is_missing(plot: Plot) -> None:
    """A record without its page is one finding; the others are the links that led there."""
    plot.remove("roles/principal.html")
    first, *others = sorted(plot.findings, key=lambda finding: finding.code != "V09")
    assert (first.code, first.location.file) == ("V09", "roles/principal.html")
    assert others
    assert {finding.code for finding in others} == {"V10"}


def test_v09_no_site_at_all(plot: Plot) -> None:
    """Of an empty folder, every page is missing and no character is accounted for."""
    for path in sorted(plot.tree.files):
        (plot.tree.folder / path).unlink()
    empty = type(plot.tree)(plot.tree.folder, frozenset(), {}, {}, {})
    verdict = plot.standard.verdict(empty)
    assert {finding.code for finding in verdict.findings} == {"V09"}
    (account,) = verdict.figures.sources
    assert account.shown == account.layout == 0
    assert account.total > 0


@pytest.mark.parametrize(
    "pattern",
    [r'(<p[^>]*data-clause="m18c2")', r'(<span) data-duty-quote="m18d6"'],
    ids=["whole", "in-part"],
)
def test_v15_a_clause_that_nobody_can_see(plot: Plot, pattern: str) -> None:
    """A clause that is there but hidden, whole or in part, is not shown."""
    text = (plot.tree.folder / "cn24" / "m18.html").read_text("utf-8")
    found = re.search(pattern, text)
    assert found is not None
    page = text[: found.end(1)] + " hidden" + text[found.end(1) :]
    plot.write("cn24/m18.html", page.encode())
    codes = {finding.code: finding for finding in plot.findings}
    assert codes["V15"].params["id"] == "m18c2"


@pytest.mark.parametrize(
    "pattern",
    [r"(<title>第18条 强化思想政)治", r'(<h1>.*?data-title="m18">)强化思想政治工作'],
    ids=["window", "heading"],
)
def test_v16_a_page_under_another_name(plot: Plot, pattern: str) -> None:
    """The title of the window and the heading both name what the page is about."""
    plot.change("cn24/m18.html", pattern, r"\1")
    finding = next(finding for finding in plot.findings if finding.code == "V16")
    assert finding.params["expected"] == "强化思想政治工作"


def test_v22_a_clause_that_comes_twice(plot: Plot) -> None:
    """The continuous text has each clause once."""
    clause = r'(<span[^>]*)( id="m18c2")([^>]*data-clause="m18c2"[^>]*>[^<]*</span>)'
    plot.change("cn24.html", clause, r"\1\2\3\1\3")
    assert (plot.finding.code, plot.finding.params["id"]) == ("V22", "m18c2")


def test_v22_clauses_in_another_order(plot: Plot) -> None:
    """A clause before its predecessor is where it does not belong."""
    first, second = (
        rf'(<span[^>]*data-clause="{id_}"[^>]*>[^<]*</span>)' for id_ in ("m18c1", "m18c2")
    )
    plot.change("cn24.html", f"{first}(.*?){second}", r"\3\2\1")
    assert plot.finding.code == "V22"
    assert plot.finding.params["id"] in ("m18c1", "m18c2")


@pytest.mark.parametrize(
    ("pattern", "new", "found"),
    [(r'(id="m18">)18', r"\g<1>81", "8"), (r'(id="m18">)18', r"\g<1>18（要点）", "要")],
    ids=["number", "words"],
)
def test_v23_between_the_texts(plot: Plot, pattern: str, new: str, found: str) -> None:
    """Between titles and clauses stands the source's numbering, and not a word more."""
    plot.change("cn24.html", pattern, new)
    assert plot.finding.code == "V23"
    assert plot.finding.params["found"].startswith(found)


def test_v06_a_duty_that_no_guide_reads(plot: Plot) -> None:
    """A duty that is taken out of every guide is missed on the study page."""
    for path, page in plot.standard.tree.pages.items():
        if path.startswith("study/") and any(shown.id == "m18d8" for shown in page.duties):
            text = (plot.tree.folder / path).read_text("utf-8")
            plot.write(path, text.replace(' data-duty="m18d8"', "").encode())
    missed = [f for f in plot.findings if f.location.file == "study.html"]
    assert [(f.code, f.params["id"]) for f in missed] == [("V06", "m18d8")]


def test_v06_a_question_that_its_guide_does_not_ask(plot: Plot) -> None:
    """A guide's own question is owed by the guide's page, with its anchor."""
    plot.change("study/first-reading.html", r' id="first-reading-q1"', "")
    found = {(f.code, f.location.file, f.params.get("id")) for f in plot.findings}
    assert ("V06", "study/first-reading.html", "#first-reading-q1") in found
