"""Whether every id that was ever given still answers, and still means what it meant.

Ids are compared with those of an earlier state of the data. That needs no list of ids that anybody
could forget to keep, and since nothing that was published may vanish, the last published state
knows all that ever were.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.changes.compare import paired
from macros.knowledge import Library
from macros.model import Clause, Duty, Entry, Measure, Named, Part, Question, Record
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location

_NUMBERED = (Part, Measure, Clause, Duty, Question)


def broken(old: Library, new: Library) -> tuple[Diagnostic, ...]:
    """What became of ids since ``old``: N26 deleted, N27 given to another, N28 perhaps so."""
    found = (*_deleted(old, new), *_given_anew(old, new), *_perhaps_given_anew(old, new))
    return tuple(sorted(found, key=lambda finding: finding.order))


def _deleted(old: Library, new: Library) -> Iterator[Diagnostic]:
    """An id of then is an id of now, if only of something retired."""
    known = {id_ for id_, _ in new.identified()}
    for id_, record in old.identified():
        if id_ not in known:
            # The line is one of the earlier file, which the reader does not have before him.
            here = Location(record.place.value.file)
            yield Diagnostic("N26", here, {"id": id_, "name": _name(record)})


def _given_anew(old: Library, new: Library) -> Iterator[Diagnostic]:
    """What was retired is not in use again as something else, nor is an id of another kind now."""
    before = dict(old.identified())
    for id_, record in new.identified():
        was = before.get(id_)
        if was is None:
            continue
        back = getattr(was, "retired", None) and not getattr(record, "retired", None)
        if type(was) is not type(record) or (back and _meaning(was) != _meaning(record)):
            params = {"id": id_, "was": _name(was), "name": _name(record)}
            yield Diagnostic("N27", record.place.at("id"), params)


def _perhaps_given_anew(old: Library, new: Library) -> Iterator[Diagnostic]:
    """An id stands for what the words say it stood for; another name may be another thing."""
    pairs = paired(old, new)
    before = dict(old.identified())
    for (kind, id_), item in pairs.new.items():
        was, record = before.get(id_), item.record
        if was is None or type(was) is not type(record):
            continue
        moved = isinstance(record, _NUMBERED) and pairs.before.get((kind, id_)) != (kind, id_)
        if moved or _is_renamed(was, record):
            params = {"id": id_, "was": _name(was), "name": _name(record)}
            yield Diagnostic("N28", record.place.at("id"), params)


def _is_renamed(was: Record, record: Record) -> bool:
    """Whether an entry's new name shares no character with the old one, nor keeps it beside."""
    if not (isinstance(was, Entry) and isinstance(record, Entry)):
        return False
    names = record.names if isinstance(record, Named) else (record.label,)
    return not any(set(was.label) & set(name) for name in names)


def _meaning(record: Record) -> dict[str, Any]:
    return record.model_dump(exclude={"retired", "replaced_by"})


def _name(record: Record) -> str:
    """What readers know a record by."""
    names = (
        getattr(record, field, "") for field in ("label", "short_title", "title", "do", "text")
    )
    return next(filter(None, names), "")
