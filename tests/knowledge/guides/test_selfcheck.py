"""Every self-check item has one right answer, by trying all options against clause and duty."""

from __future__ import annotations

import pytest

from macros.knowledge.guides import selfcheck
from macros.knowledge.guides.proof import right_options
from macros.knowledge.guides.selfcheck import ItemKind, SelfCheckItem
from tests.libraries import real

ITEMS = [item for clause in real().clauses for item in selfcheck.items(real(), clause)]
each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


@each_item
def test_one_option_is_right(item: SelfCheckItem) -> None:
    """Of four different options the data makes exactly one right."""
    assert len(set(item.options)) == len(item.options) == selfcheck.OPTIONS
    assert right_options(real(), item) == (item.right,)


@pytest.mark.parametrize(
    "item", [item for item in ITEMS if item.kind is ItemKind.CLOZE], ids=lambda item: item.id
)
def test_a_cloze_fits_one_way_only(item: SelfCheckItem) -> None:
    """The right word gives the clause as stored; a wrong one stands nowhere in it."""
    text = item.evidence.clause.text
    for n, option in enumerate(item.options):
        assert (item.before + option.text + item.after == text) == (n == item.right)
        assert (option.text in text) == (n == item.right)


def test_ids_are_unique() -> None:
    """No two items of the library share an id."""
    assert len({item.id for item in ITEMS}) == len(ITEMS)


def test_the_right_answer_stands_anywhere() -> None:
    """No letter is right much more often than another."""
    places = [item.right for item in ITEMS]
    for place in range(selfcheck.OPTIONS):
        assert 0.1 < places.count(place) / len(places) < 0.45
