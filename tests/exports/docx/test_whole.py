"""The document as a Word file, read back by another library."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from tests.exports import hostile
from tests.exports.docx.reading import opened, places, styled
from tests.exports.word import document_docx
from tests.libraries import cn24

DOCUMENT = cn24().documents[0]


@cache
def _ours() -> Any:
    return opened(document_docx(cn24(), DOCUMENT))


def test_the_text_is_the_source_code_point_by_code_point() -> None:
    """Headings and clauses, put together as the layout says, are the text of record."""
    text = ""
    for style, words in styled(_ours()):
        if style == "Heading1":
            text += words + "\n"
        elif style == "Heading2":
            text += words + "。"
        elif style == "Clause":
            text += words + "\n"
    layout = DOCUMENT.layout
    assert layout.opening + text + layout.closing == DOCUMENT.text


def test_each_clause_is_a_place_of_its_own() -> None:
    """Every clause is complete, in order, under a bookmark with its id."""
    clauses = [(c.clause.id, c.clause.text) for c in cn24().clauses]
    assert [place for place in places(_ours()) if not place[0].startswith("_Toc")] == clauses


def test_one_altered_character_is_noticed() -> None:
    """The comparison fails if a clause lacks its last mark."""
    measures = tuple(
        m.model_copy(update={"clauses": (c.model_copy(update={"text": c.text[:-1]}), *rest)})
        for m in DOCUMENT.measures
        for c, *rest in (m.clauses,)
    )
    altered = DOCUMENT.with_measures(measures, DOCUMENT.text)
    library = replace(cn24(), documents=(altered,))
    shown = places(opened(document_docx(library, altered)))
    assert set(shown).isdisjoint((c.clause.id, c.clause.text) for c in _firsts())


def _firsts() -> list[Any]:
    return [found for found in cn24().clauses if found.ordinal == 1]


def test_the_contents_name_every_part_and_measure() -> None:
    """Each heading stands in the contents, linked to its place."""
    contents = _ours().element.body.find(".//{*}sdtContent")
    linked = [
        (
            link.get(link.tag.replace("hyperlink", "anchor")),
            "".join(t.text for t in link.iter("{*}t")),
        )
        for link in contents.iter("{*}hyperlink")
    ]
    headings = [place for place in places(_ours()) if place[0].startswith("_Toc")]
    assert linked == headings
    assert len(headings) == len(DOCUMENT.parts) + len(DOCUMENT.measures)


def test_texts_are_never_markup() -> None:
    """Whatever a text looks like, tags, formulas or fields, it stands there as it is."""
    library = hostile.library(*hostile.TEXTS)
    shown = opened(document_docx(library, library.documents[0]))
    assert [text for style, text in styled(shown) if style == "Clause"] == list(hostile.TEXTS)


def test_what_is_unknown_says_so() -> None:
    """Each fact of the document stands in the table with its state; none is made up."""
    facts = {row.cells[0].text: row.cells[1].text for row in _ours().tables[0].rows}
    assert facts["标题"].startswith("中小学校党建工作二十四条措施（暂拟）")
    for name in ("发文机关", "文号", "印发日期", "施行日期", "效力状态"):
        assert facts[name] == "待补充"
    assert DOCUMENT.source.sha256 in facts["文本依据"]
