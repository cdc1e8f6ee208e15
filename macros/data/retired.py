"""What is retired, set apart from what holds, so that nobody counts or shows it by mistake."""

from __future__ import annotations

from typing import Any, TypeVar

from macros.model import Record
from macros.model.kinds import inside, kind_of

R = TypeVar("R", bound=Record)


def apart(record: R) -> R:
    """An entry with what is retired in its lists set apart, at every depth, each in its order.

    A list ``clauses`` keeps what holds; the rest goes into ``former_clauses``, if there is one.
    """
    kind = kind_of(record)
    update: dict[str, Any] = {}
    for inner in inside(kind) if kind else ():
        listed, former = inner.row.listed, f"former_{inner.row.listed}"
        if former in type(record).model_fields:
            every = tuple(map(apart, getattr(record, listed)))
            update[listed] = tuple(one for one in every if one.retired is None)
            update[former] = tuple(one for one in every if one.retired is not None)
    return record.model_copy(update=update) if any(update.values()) else record
