"""Real texts: our own, and laws that lie beside the repository where somebody has put them."""

from __future__ import annotations

import time

from macros.assembly import assemble, text_of
from macros.importing import read_text
from macros.importing.numerals import chinese
from macros.library import Library
from macros.messages import all_codes
from macros.proposals import propose
from macros.proposals.score import scores
from tests.libraries import real
from tests.projects import REPOSITORY

HANDBOOK = (REPOSITORY / "docs/editing/import.md").read_text(encoding="utf-8")
CN24 = next(document for document in real().documents if document.id == "cn24")


def test_our_own_text_is_read_as_editors_read_it() -> None:
    """Importing the source of cn24 gives its parts, measures and clauses, and the same layout."""
    read = read_text(CN24.text, "cn24")
    assert read.layout == CN24.layout
    assert [(p.number, p.numeral, p.title) for p in read.parts] == [
        (p.number, p.numeral, p.title) for p in CN24.parts
    ]
    for mine, theirs in zip(read.measures, CN24.measures, strict=True):
        assert (mine.number, mine.title) == (theirs.number, theirs.title)
        assert [c.text for c in mine.clauses] == [c.text for c in theirs.clauses]
    assert [
        read.parts.index(next(p for p in read.parts if p.id == m.part)) for m in read.measures
    ] == [CN24.parts.index(next(p for p in CN24.parts if p.id == m.part)) for m in CN24.measures]


def test_five_hundred_articles_take_seconds() -> None:
    """A law of 500 articles in 20 chapters is read in less than three seconds, whole."""
    text = "".join(
        (f"第{chinese(n // 25 + 1)}章　通用\n" if n % 25 == 0 else "")
        + f"第{chinese(n + 1)}条　各级组织应当做好登记。\n　　登记的内容包括：\n"
        + "".join(f"　　（{chinese(i)}）第{i}项内容；\n" for i in range(1, 6))
        for n in range(500)
    )
    began = time.process_time()
    document = read_text(text, "law")
    assert time.process_time() - began < 3
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
    listed = {line[2:5] for line in HANDBOOK.splitlines() if line.startswith("| I")}
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
