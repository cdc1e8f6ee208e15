"""What a view shows, without the whole documents that its records stand in.

A duty in its context leads to its measure, and from there to every other measure of the document. A
file that shows the duty must not rest on them all, or every edit would make every file anew.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from macros.model import Clause, Document, Measure, Record

T = TypeVar("T")

_DOCUMENT: dict[str, Any] = {"measures": (), "former_measures": (), "text": ""}
_MEASURE: dict[str, Any] = {
    "related": (),
    "questions": (),
    "former_questions": (),
    "former_clauses": (),
}


def bare(value: T) -> T:
    """``value`` with every document cut to its facts, every measure and clause to its own words.

    Tuples and frozen dataclasses are looked through; a duty that is shown is reached by itself and
    stays whole.
    """
    return _bare(value, {})  # type: ignore[no-any-return]


def _bare(value: Any, seen: dict[int, Any]) -> Any:
    """``seen`` holds what was cut already, by identity: views share most of what they show."""
    if isinstance(value, tuple):
        return tuple(_bare(each, seen) for each in value)
    if not isinstance(value, Record) and not is_dataclass(value):
        return value
    if id(value) not in seen:
        seen[id(value)] = _cut(value, seen)
    return seen[id(value)]


def _cut(value: Any, seen: dict[int, Any]) -> Any:
    match value:
        case Document():
            return value.model_copy(update=_DOCUMENT)
        case Measure():
            return value.model_copy(update={**_MEASURE, "clauses": _bare(value.clauses, seen)})
        case Clause():
            return value.model_copy(update={"duties": ()})
        case Record():
            return value
    return type(value)(
        **{each.name: _bare(getattr(value, each.name), seen) for each in fields(value)}
    )
