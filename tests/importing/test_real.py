"""Real texts: our own, and laws that lie beside the repository where somebody has put them."""

from __future__ import annotations

import re

import pytest

from macros.importing import read_text
from macros.importing.proposals import propose
from macros.importing.proposals.score import scores
from macros.knowledge import Library
from macros.knowledge.assembly import assemble, text_of
from macros.model import Document
from macros.text.numerals import chinese
from macros.words.messages import all_codes
from tests.libraries import real
from tests.projects import REPOSITORY

HANDBOOK = (REPOSITORY / "docs/editing/import.md").read_text(encoding="utf-8")
CN24 = next(document for document in real().documents if document.id == "cn24")


@pytest.mark.parametrize("ours", real().documents, ids=lambda document: document.id)
def test_our_own_texts_are_read_as_editors_read_them(ours: Document) -> None:
    """Importing a source gives its parts, measures or articles and clauses, and the same layout.

    What an editor calls an article whose title the source does not print is the editor's own word.
    """
    read = read_text(ours.text, ours.id)
    assert (read.layout, read.unit) == (ours.layout, ours.unit)
    assert [(p.kind, p.number, p.numeral, p.title) for p in read.parts] == [
        (p.kind, p.number, p.numeral, p.title) for p in ours.parts
    ]
    titled = "{title}" in ours.layout.measure
    for mine, theirs in zip(read.measures, ours.measures, strict=True):
        assert (mine.number, mine.printed) == (theirs.number, theirs.printed)
        assert mine.title == theirs.title or not titled
        assert [c.text for c in mine.clauses] == [c.text for c in theirs.clauses]
    assert [
        read.parts.index(next(p for p in read.parts if p.id == m.part)) for m in read.measures
    ] == [ours.parts.index(next(p for p in ours.parts if p.id == m.part)) for m in ours.measures]


def test_five_hundred_articles_are_read_whole() -> None:
    """A law of 500 articles in 20 chapters is read with every item, and is its text again."""
    text = "".join(
        (f"第{chinese(n // 25 + 1)}章　通用\n" if n % 25 == 0 else "")
        + f"第{chinese(n + 1)}条　各级组织应当做好登记。\n　　登记的内容包括：\n"
        + "".join(f"　　（{chinese(i)}）第{i}项内容；\n" for i in range(1, 6))
        for n in range(500)
    )
    document = read_text(text, "law")
    assert len(document.measures) == 500
    assert text_of(assemble(document)) == text


def test_proposals_on_our_own_text() -> None:
    """Of roles, rhythms and mechanisms nine in ten proposals hold, and nine in ten are proposed."""
    found = {score.kind: score for score in scores(real(), CN24)}
    assert set(found) == {"roles", "rhythms", "mechanisms"}
    for score in found.values():
        assert score.precision >= 0.9
        assert score.recall >= 0.9


def test_the_handbook_states_the_figures() -> None:
    """The handbook's table of figures is what ``clausebook propose cn24 --score`` prints."""
    for score, kind in zip(scores(real(), CN24), ("角色", "节奏", "机制"), strict=True):
        row = f"{score.proposed} | {score.made} | {score.both} | {score.precision:.1%}"
        assert f"| {kind} | {row} | {score.recall:.1%} |" in HANDBOOK


def test_the_handbook_lists_every_refusal() -> None:
    """Each code of a refusal has its line in the handbook."""
    listed = set(re.findall(r"^\| \[(I\d\d)\]", HANDBOOK, re.M))
    assert listed == {code for code in all_codes() if code.startswith("I")}


def test_proposals_are_for_clauses_without_duties() -> None:
    """A document whose duties are written gets no proposals; as a draft it gets them, in place."""
    assert list(propose(real(), CN24)) == []
    draft = read_text(CN24.text, "new")
    bare = Library(
        documents=(draft,), roles=real().roles, mechanisms=real().mechanisms, terms=real().terms
    )
    found = list(propose(bare, draft))
    assert {notice.code for notice in found} >= {"W01", "W02", "W03", "W04"}
    texts = {c.clause.id: c.clause.text for c in bare.clauses}
    for notice in found:
        assert notice.params["words"] in texts[notice.params["clause"]]
