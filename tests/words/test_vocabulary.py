"""The words of closed vocabularies."""

from __future__ import annotations

from enum import StrEnum

import pytest

from macros import model
from macros.model import Degree
from macros.model.release import What
from macros.words.vocabulary import in_field, word, words

# What stands in no field that an editor chooses the words of needs none.
VOCABULARIES = [
    one
    for one in (*vars(model).values(), What)
    if isinstance(one, type) and issubclass(one, StrEnum) and one is not model.Share
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: one.__name__)
def test_each_value_is_named_in_its_order(vocabulary: type[StrEnum]) -> None:
    """The words file has a row a value, in the order of the model, and no other."""
    assert tuple(words(vocabulary.__name__)) == tuple(vocabulary)


def test_each_degree_has_a_sign_of_its_own() -> None:
    """In a cell of the matrix one character tells one degree from all others."""
    signs = [word(degree, "short") for degree in Degree]
    assert all(len(sign) == 1 for sign in signs)
    assert len(set(signs)) == len(signs)
    assert set(words("Degree", "note")) == set(Degree)


def test_a_value_is_named_by_the_field_that_holds_it() -> None:
    """A field of choices names its values, whichever record it is of; free text stays as it is."""
    assert in_field("as", "answer") == word(Degree.ANSWER)
    assert in_field("kind", "organ") != in_field("kind", "periodic")
    assert in_field("as", "boss") is None
    assert in_field("label", "lead") is None
