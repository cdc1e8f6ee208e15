"""The field reference: every record an editor writes, field by field, read off the model."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from macros import model
from macros.knowledge import Library, addresses
from macros.model import Record, release
from macros.model import shape as store_shape
from macros.model.kinds import REGISTERED
from macros.views.page import Page
from macros.words.fields import RecordWords, words

_DEFINED = (model.Role, model.Mechanism, model.Term)
# As an editor meets them: a measure first, then the registries, then the document.
RECORDS: tuple[type[Record], ...] = (
    model.Measure,
    model.Clause,
    model.Duty,
    model.Assignment,
    model.Timing,
    model.MechanismUse,
    model.RecordUse,
    model.Relation,
    model.Question,
    *_DEFINED,
    model.Definition,
    *(kind.row.record for kind in REGISTERED if kind.row.record not in _DEFINED),
    model.Guide,
    model.Selection,
    model.Pace,
    model.SchoolYear,
    model.FirstMeeting,
    model.Document,
    model.Facts,
    model.Fact,
    model.Source,
    model.Original,
    model.Layout,
    model.Part,
    model.SearchWords,
    model.Synonym,
    model.Review,
    model.ReviewRule,
    release.Release,
    release.Change,
    release.FieldChange,
    release.Impact,
    release.Shift,
)


class ValueKind(StrEnum):
    """What an editor may write as a value."""

    TEXT = "text"
    ID = "id"
    COUNT = "count"
    TRUTH = "truth"
    CHOICE = "choice"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of a value.

    ``many`` for a list of such values; ``choices`` is the name of a vocabulary with its values;
    ``record`` the name of the record it is.
    """

    kind: ValueKind
    many: bool = False
    vocabulary: str = ""
    choices: tuple[str, ...] = ()
    record: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field as files hold it; ``default`` is what leaving it out means, "" for nothing."""

    name: str
    required: bool
    shape: Shape
    default: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class RecordTable:
    """One record with its fields."""

    name: str
    words: RecordWords
    rows: tuple[FieldRow, ...]


def view() -> tuple[RecordTable, ...]:
    """Every record with its fields."""
    return tuple(_table(record) for record in RECORDS)


def _table(record: type[Record]) -> RecordTable:
    own = words(record.__name__)
    rows = []
    for shown, field in store_shape.fields(record).items():
        rows.append(
            FieldRow(
                shown,
                field.is_required(),
                shape(field.annotation, tuple(field.metadata)),
                "" if field.is_required() or not field.default else str(field.default).lower(),
                own.fields[shown].meaning,
                own.fields[shown].example,
            )
        )
    return RecordTable(record.__name__, own, tuple(rows))


def shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """The form of the values that ``annotation`` admits, apart from their being left out."""
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if origin is Annotated:
        found = shape(arguments[0], arguments[1:])
    elif origin in (Union, types.UnionType):
        found = shape(next(a for a in arguments if a is not type(None)), metadata)
    elif origin is tuple:
        found = replace(shape(arguments[0]), many=True)
    elif issubclass(annotation, Record):
        found = Shape(ValueKind.RECORD, record=annotation.__name__)
    elif issubclass(annotation, StrEnum):
        name = annotation.__name__
        found = Shape(ValueKind.CHOICE, vocabulary=name, choices=tuple(map(str, annotation)))
    else:
        found = Shape(_kind(annotation, metadata))
    return found


def _kind(plain: type, metadata: tuple[Any, ...]) -> ValueKind:
    """The kind of a value that is neither chosen nor a record."""
    if plain is bool:
        return ValueKind.TRUTH
    if plain is int:
        return ValueKind.COUNT
    return ValueKind.ID if _ID in _patterns(metadata) else ValueKind.TEXT


def _patterns(metadata: Iterable[Any]) -> Iterator[str]:
    """The patterns among the marks on a text, those inside other marks included."""
    for mark in metadata:
        if pattern := getattr(mark, "pattern", None):
            yield pattern
        yield from _patterns(getattr(mark, "metadata", ()))


_ID = next(_patterns(get_args(model.Id)[1:]))


def pages(_: Library) -> Iterator[Page]:
    """The one page; it is the same for every library."""
    yield Page(addresses.FIELDS, "fields.html", view, trail=(addresses.HANDBOOK,))
