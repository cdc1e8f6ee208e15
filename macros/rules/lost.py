"""Ids that nothing has: said once each, and once for all where a file lost many of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.diagnostics import MOST_OTHERS, Diagnostic
from macros.location import Location
from macros.rules.uses import Use
from macros.suggest import nearest

# More different ids than this that nothing has were not all mistyped.
_MOST_IDS = 5
# So many of them are named.
_MOST_NAMED = 12


def unknown(
    code: str, used: Iterable[Use], known: Collection[str], params: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Findings at the first place where an id is used that is not ``known``, with a few others.

    ``params`` are added ``id``, the id or several, and ``count``, how often it is used.
    """
    places: dict[str, list[Location]] = {}
    for id_, where in used:
        if id_ not in known:
            places.setdefault(id_, []).append(where)
    if len(places) > _MOST_IDS:
        named = [*places][:_MOST_NAMED] + ["\N{HORIZONTAL ELLIPSIS}"] * (len(places) > _MOST_NAMED)
        places = {", ".join(named): [where for found in places.values() for where in found]}
    for id_, found in places.items():
        first, *others = sorted(found)
        yield Diagnostic(
            code,
            first,
            {**params, "id": id_, "count": str(len(found))},
            suggestion=nearest(id_, known),
            also=tuple(others[:MOST_OTHERS]),
        )
