"""The ids of a library as a schema that completes them: each with the words it stands for.

An editor's program proposes these ids and takes any other that is well-formed, so a list that lags
behind is never in the way; whether an id exists is for ``clausebook check`` to say. One id a line,
each line complete in itself: two changes merge by keeping the lines of both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros.data.schema.records import ID, KINDS, SCHEMA
from macros.knowledge import Library
from macros.model.kinds import Kind, name_of

_SHORT = 40


def listed(library: Library) -> str:
    """The text of ``ids.json``; retired entries are not proposed."""
    kinds = ",\n".join(_kind(kind, dict(_named(library, kind))) for kind in KINDS)
    return f'{{"$schema": "{SCHEMA}", "definitions": {{\n{kinds}\n}}}}\n'


def _kind(kind: Kind, named: dict[str, str]) -> str:
    lines = (
        json.dumps({"const": id_, "description": named[id_]}, ensure_ascii=False) + ",\n"
        for id_ in sorted(named)
    )
    return f'"{kind}": {{"anyOf": [\n{"".join(lines)}{json.dumps(ID)}\n]}}'


def _named(library: Library, kind: Kind) -> Iterator[tuple[str, str]]:
    for found in library.entries:
        if found.kind is kind and found.retired_with is None:
            name = name_of(found.record)
            yield found.id, _short(name) if kind is Kind.CLAUSE else name


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}\N{HORIZONTAL ELLIPSIS}"
