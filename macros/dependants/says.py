"""What a record says, as JSON of named fields that can be written in one way only."""

from __future__ import annotations

import json

from macros.model import Record


def says(
    record: Record,
    *,
    include: frozenset[str] | None = None,
    exclude: frozenset[str] | None = None,
) -> str:
    """Fields of a record as JSON in one way only.

    Defaults are left out, so that a field the model gains later alters no record that lacks it.
    """
    fields = record.model_dump(
        mode="json",
        by_alias=True,
        include=set(include) if include is not None else None,
        exclude=set(exclude) if exclude is not None else None,
        exclude_defaults=True,
    )
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
