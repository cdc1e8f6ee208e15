"""Reviews: which count, which have lapsed, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from macros.knowledge import Library
from macros.knowledge.reviews import Dependants, moved
from macros.knowledge.reviews.standing import Aspect, Standings, State
from macros.model import MechanismKind, Review, ReviewRule
from tests.knowledge.reviews.test_ground import base, with_field
from tests.libraries import libraries


def reviewed(
    library: Library, ids: Iterable[str], by: str = "甲", date: str = "2026-09-01"
) -> Library:
    """``library`` with a review of each of ``ids`` as it stands."""
    standings = Standings(library)
    new = []
    for id_ in ids:
        seal = standings.seal(id_)
        new.append(Review(id=id_, by=by, date=date, own=seal.own, text=seal.text, rest=seal.rest))
    return replace(library, reviews=(*library.reviews, *new))


def everything(library: Library) -> Library:
    """``library`` with every entry reviewed."""
    return reviewed(library, Dependants(library).entries)


def _state(library: Library, id_: str) -> State:
    standing = Standings(library).of(id_)
    assert standing is not None
    return standing.state


def test_what_was_reviewed_is_reviewed() -> None:
    """Straight after its review every entry counts as reviewed, before it as never reviewed."""
    assert {s.state for s in Standings(base()).all()} == {State.NEVER}
    assert {s.state for s in Standings(everything(base())).all()} == {State.REVIEWED}


@pytest.mark.parametrize(
    ("id_", "field", "value"),
    [
        ("a01c2", "text", "班主任协助图书室选好书，登记借阅情况。"),
        ("a01d2", "do", "帮助图书室选书"),
        ("class-teachers", "label", "班级老师"),
        ("morning-reading", "kind", MechanismKind.MEETING),
        ("book-list", "note", "写明书名。"),
    ],
)
def test_a_change_lapses_exactly_the_dependants(id_: str, field: str, value: object) -> None:
    """The entry that changed and those that rest on the field lapse; all others stay reviewed."""
    library = everything(base())
    changed = with_field(library, id_, field, value)
    lapsed = {standing.entry.id for standing in Standings(changed).lapsed()}
    before, after = Standings(library), Standings(changed)
    expected = {
        other for other in before.dependants.entries if before.seal(other) != after.seal(other)
    }
    assert lapsed == expected
    resting = {other for other, _ in before.dependants.of(id_)}
    assert lapsed <= resting | {id_}
    assert lapsed
    states = {standing.entry.id: standing.state for standing in Standings(changed).all()}
    assert {i for i, state in states.items() if state is State.REVIEWED} == set(states) - lapsed


@pytest.mark.parametrize(
    ("id_", "field", "value", "aspect"),
    [
        ("a01d1", "do", "每学期添一次书", Aspect.OWN),
        ("a01c1", "text", "图书室每学期为各班图书角添书1次！", Aspect.TEXT),
        ("classes", "identify", "您是班里的一员。", Aspect.REST),
    ],
)
def test_what_changed_is_told(id_: str, field: str, value: str, aspect: Aspect) -> None:
    """A lapsed entry says which of the three has changed: itself, the text, or the rest."""
    standing = Standings(with_field(everything(base()), id_, field, value)).of("a01d1")
    assert standing is not None
    assert (standing.state, standing.changed) == (State.LAPSED, (aspect,))


def test_changed_back_is_reviewed_again() -> None:
    """A change that is taken back leaves the review as it was."""
    library = everything(base())
    there = with_field(library, "a01d1", "do", "别的")
    assert _state(there, "a01d1") is State.LAPSED
    assert _state(with_field(there, "a01d1", "do", "每学期为各班图书角添书一次"), "a01d1") is (
        State.REVIEWED
    )


def test_words_moved_from_field_to_field_change_the_fingerprint() -> None:
    """Fields are told apart: the same characters divided otherwise are another content."""
    one = with_field(with_field(base(), "a01d1", "do", "添书一次"), "a01d1", "quote", "每学期")
    two = with_field(with_field(base(), "a01d1", "do", "添书"), "a01d1", "quote", "一次每学期")
    marks = with_field(
        with_field(base(), "a01d1", "do", '添书","quote":"一次'), "a01d1", "quote", "x"
    )
    seals = {Standings(library).seal("a01d1").own for library in (one, two, marks)}
    assert len(seals) == 3


def test_two_persons() -> None:
    """Where two persons must compare, one is not enough, nor is the same one under another look."""
    library = replace(base(), review_rule=ReviewRule(persons=2))
    once = reviewed(library, ["a01d1"], by="Zhang San")
    assert _state(once, "a01d1") is State.PARTLY
    assert _state(reviewed(once, ["a01d1"], by="ＺＨＡＮＧ　ｓａｎ"), "a01d1") is State.PARTLY
    assert _state(reviewed(once, ["a01d1"], by="乙"), "a01d1") is State.REVIEWED


def test_half_a_new_review_does_not_mend_a_lapsed_one() -> None:
    """Of two persons asked for, one who compared it again leaves the entry lapsed."""
    library = replace(base(), review_rule=ReviewRule(persons=2))
    both = reviewed(reviewed(library, ["a01d1"], by="甲"), ["a01d1"], by="乙")
    changed = with_field(both, "a01d1", "do", "别的")
    assert _state(changed, "a01d1") is State.LAPSED
    assert _state(reviewed(changed, ["a01d1"], by="丙"), "a01d1") is State.LAPSED
    again = reviewed(reviewed(changed, ["a01d1"], by="丙"), ["a01d1"], by="丁")
    assert _state(again, "a01d1") is State.REVIEWED


@settings(max_examples=12, deadline=None)
@given(libraries(), libraries())
def test_fingerprints_see_what_the_graph_sees(old: Library, new: Library) -> None:
    """Of two libraries, the reviews of one lapse in the other for just what moved between them."""
    compared = replace(new, reviews=everything(old).reviews)
    lapsed = [standing.entry.id for standing in Standings(compared).lapsed()]
    assert lapsed == [found.entry.id for found in moved(Dependants(old), Dependants(new))]
