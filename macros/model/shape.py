"""What the records allow at a path: which fields a mapping has, which words a field takes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.model import Document, Guide, Measure, Record
from macros.text.location import Steps

STANDS_ELSEWHERE: Mapping[type[Record], frozenset[str]] = {
    Document: frozenset({"measures", "text", "former_parts", "former_measures"}),
    Measure: frozenset({"former_clauses", "former_questions"}),
    Guide: frozenset({"former_questions"}),
}
"""Fields that a record of this type gets from other files than its own, or from other fields."""


def fields(record: type[Record]) -> dict[str, FieldInfo]:
    """The fields that a file may hold for a record, by the name written, in canonical order."""
    elsewhere = STANDS_ELSEWHERE.get(record, frozenset())
    return {
        field.alias or name: field
        for name, field in record.model_fields.items()
        if name != "place" and name not in elsewhere
    }


def written_as(record: type[Record], name: str) -> str | None:
    """The name a file uses for the field that the code calls ``name``, if the two differ."""
    field = record.model_fields.get(name)
    return field.alias if field and name != "place" else None


def at(record: type[Record], path: Steps) -> Any:
    """The type that is wanted at ``path`` inside a record; None where the records end."""
    wanted: Any = record
    for step in path:
        if isinstance(step, int):
            wanted = get_args(wanted)[0] if get_origin(wanted) is tuple else None
        elif isinstance(wanted, type) and issubclass(wanted, Record) and step in fields(wanted):
            wanted = fields(wanted)[step].annotation
        else:
            return None
        wanted = _bare(wanted)
    return wanted


def words(wanted: Any) -> tuple[str, ...]:
    """The words that a closed vocabulary allows; none for any other type."""
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return tuple(str(word.value) for word in wanted)
    return ()


def _bare(wanted: Any) -> Any:
    """A type without its annotations and without None."""
    if get_origin(wanted) is Annotated:
        return _bare(get_args(wanted)[0])
    if get_origin(wanted) in (Union, UnionType):
        return _bare(next(one for one in get_args(wanted) if one is not NoneType))
    return wanted
