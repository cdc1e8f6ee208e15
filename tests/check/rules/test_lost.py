"""Ids that nothing has: slips are told one by one, what a registry lost all at once."""

from __future__ import annotations

from macros.check.rules.named_ids import unknown
from macros.text.location import Location

KNOWN = ("principal", "teachers", "students", "families", "departments", "community")


def test_slips_are_told_one_by_one() -> None:
    """Each id that is like one that there is keeps its own finding and its suggestion."""
    typed = [(f"{id_}x", Location(f"{id_}.yml", 3, 1)) for id_ in KNOWN]
    found = [*unknown("N11", typed, KNOWN, {})]
    assert [one.suggestion for one in found] == [*KNOWN]
    assert [one.location.file for one in found] == [f"{id_}.yml" for id_ in KNOWN]


def test_what_a_registry_lost_is_told_once() -> None:
    """Many ids like none that there is are one finding, at the first place, with all others."""
    lost = [(letter * 7, Location("m01.yml", line, 1)) for line, letter in enumerate("bjkqwz", 1)]
    (found,) = unknown("N11", lost, KNOWN, {})
    assert found.location.line == 1
    assert [place.line for place in found.also] == [2, 3, 4, 5, 6]
    assert (found.params["count"], found.suggestion) == ("6", None)


def test_what_nobody_types_gets_no_suggestion() -> None:
    """An id that a program wrote was not mistyped, however much it is like another."""
    (found,) = unknown("H02", [("principa", Location("0.1.0.yml"))], KNOWN, {}, typed=False)
    assert found.suggestion is None
