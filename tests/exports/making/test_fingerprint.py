"""Fingerprints: equal values share one, and nothing that differs does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.exports.making.fingerprint import fingerprint, software
from macros.knowledge import Library
from macros.model import Basis, Role, RoleKind
from macros.text.location import Location, Place
from tests.libraries import real

SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner)
)
ROLE = Role(id="a", label="甲", kind=RoleKind.PERSON, identify="一个人")


@dataclass(frozen=True)
class Pair:
    """A value of a test."""

    one: object
    other: object
    unseen: object = field(default=None, compare=False)


def _typed(value: object) -> object:
    """``value`` with the type of each part beside it: Python takes True for 1."""
    if isinstance(value, tuple):
        return tuple(map(_typed, value))
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    return type(value), value


@given(VALUES, VALUES)
def test_only_equal_values_share_a_fingerprint(one: object, other: object) -> None:
    """Two values have the same fingerprint if and only if they and all their types are equal."""
    assert (fingerprint(one) == fingerprint(other)) == (_typed(one) == _typed(other))
    assert fingerprint(Pair(one, other)) == fingerprint(Pair(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), ("a", ("b",))),
        ((), ("",)),
        (Pair("a", None), Pair(None, "a")),
        (Pair("a", "b"), ("a", "b")),
        (Basis.STATED, "stated"),
        (1, "1"),
        (date(2026, 9, 1), "2026-09-01"),
        (ROLE, ROLE.model_copy(update={"identify": "另一个人"})),
    ],
)
def test_what_looks_alike_is_told_apart(one: object, other: object) -> None:
    """Where one value ends and the next begins counts, and so does what kind each is."""
    assert fingerprint(one) != fingerprint(other)


def test_what_is_no_content_is_left_out() -> None:
    """Where a record was written, and what a dataclass does not compare, changes nothing."""
    moved = ROLE.model_copy(update={"place": Place(Location("elsewhere.yml", 9, 9))})
    assert fingerprint(moved) == fingerprint(ROLE)
    assert fingerprint(Pair(1, 2, "a")) == fingerprint(Pair(1, 2, "b"))


def test_the_text_of_a_document_counts() -> None:
    """A document's text is no part of its JSON, but part of what it is."""
    document, *others = real().documents
    other = document.model_copy(update={"text": document.text + "。"})
    assert fingerprint(other) != fingerprint(document)
    library = replace(real(), documents=(other, *others))
    assert fingerprint(library) != fingerprint(real())


def test_what_is_shared_is_told_once_and_counted_everywhere() -> None:
    """A value that is met twice weighs as two equal ones do."""
    twin = ROLE.model_copy()
    assert fingerprint((ROLE, ROLE)) == fingerprint((ROLE, twin)) != fingerprint((ROLE,))


def test_a_value_of_an_unknown_kind_is_refused() -> None:
    """A set has no order and an object no content: neither gets a name that hides a change."""
    for value in ({"a"}, object(), (Library, "a")):
        with pytest.raises(TypeError):
            fingerprint(value)


def test_the_software_has_a_fingerprint_of_its_own() -> None:
    """It is the same in every call of one run."""
    assert software() == software()
    assert len(software()) == 64
