"""No value of the library can change unseen, whatever records and fields it may come to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_args, get_type_hints

from hypothesis import given, settings

from macros.changes import compare
from macros.changes.names import names
from macros.changes.report import report
from macros.changes.text import as_text
from macros.knowledge import Library
from macros.model import Record
from macros.model.release import Change
from tests.changes.whole import variants, whole
from tests.libraries import libraries, real

WHOLE = whole()


def _records(annotation: Any) -> Iterator[type[Record]]:
    """The records that a field can hold, those inside them included."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _records(field.annotation)
    for argument in get_args(annotation):
        yield from _records(argument)


def _held(value: Any) -> Iterator[type[Record]]:
    if isinstance(value, Record):
        yield type(value)
        for name in type(value).model_fields:
            yield from _held(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _held(one)


def test_every_record_and_field_is_tried() -> None:
    """The library of these tests holds every record that a library can hold, no field empty."""
    hints = get_type_hints(Library, include_extras=True)
    possible = {record for one in fields(Library) for record in _records(hints[one.name])}
    held = {record for one in fields(WHOLE) for record in _held(getattr(WHOLE, one.name))}
    assert held == possible
    assert len(held) > 25


def test_the_same_library_has_no_changes() -> None:
    """A library beside itself: nothing."""
    assert compare(WHOLE, WHOLE) == compare(real(), real()) == compare(Library(), Library())
    assert compare(WHOLE, WHOLE).changes == ()


VARIANTS = {where: (field, library) for where, field, library in variants(WHOLE)}


# What tells entries and the records of a list apart: another one makes it another record.
KEYS = ("id", "role", "mechanism", "record", "to", "typed", "version")


def _names_it(change: Change, field: str) -> bool:
    steps = {step for one in change.fields for step in one.at}
    return field in steps or field in KEYS


def test_no_field_changes_unseen() -> None:
    """Every value altered, taken away, every list shortened or turned: a change names the field.

    What stands in a list of entries is named as an entry of its own that came or went.
    """
    unseen = []
    for where, (field, library) in VARIANTS.items():
        found = compare(WHOLE, library).changes
        entries = where.endswith(" dropped") and any(one.what == "dropped" for one in found)
        if not (entries or any(_names_it(change, field) for change in found)):
            unseen.append(where)
    assert unseen == []
    assert len(VARIANTS) > 300


def test_the_way_back_is_seen_too() -> None:
    """Of two libraries either may be the older (every third is tried, to save time)."""
    some = [*VARIANTS.items()][::3]
    unseen = [where for where, (_, library) in some if not compare(library, WHOLE).changes]
    assert unseen == []


def test_every_change_is_told() -> None:
    """Whatever changes has its line in the report (of every fourth value, to save time)."""
    untold = []
    for where, (_, library) in list(VARIANTS.items())[::4]:
        told = report(compare(WHOLE, library), names(WHOLE, library))
        lines = any(
            entry.lines or entry.what != "changed" for s in told.sections for entry in s.told
        )
        if not told.summary or not (lines or told.renumbered) or not as_text(told, where):
            untold.append(where)
    assert untold == []


@settings(max_examples=20)
@given(libraries(), libraries())
def test_no_changes_only_if_nothing_changed(old: Library, new: Library) -> None:
    """Two libraries have no changes between them if and only if they hold the same."""
    assert (compare(old, new).changes == ()) == (old == new)
