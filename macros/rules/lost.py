"""Ids that nothing has: said once each, and once for all where a registry lost many of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.check.rules.named_ids import Use
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.suggest import nearest

# More different ids than this, none like one that there is, were not mistyped: they are gone.
_MOST_IDS = 5
# So many of them are named.
_MOST_NAMED = 12


def unknown(
    code: str,
    used: Iterable[Use],
    known: Collection[str],
    params: Mapping[str, str],
    *,
    typed: bool = True,
) -> Iterator[Diagnostic]:
    """Findings at the first place where an id is used that is not ``known``, with all others.

    ``params`` are added ``id``, the id or several, and ``count``, how often it is used. What is
    not ``typed`` by a person was not mistyped either, so that no other id is suggested.
    """
    places: dict[str, list[Location]] = {}
    for id_, where in used:
        if id_ not in known:
            places.setdefault(id_, []).append(where)
    likely = {id_: nearest(id_, known) if typed else None for id_ in places}
    if sum(one is None for one in likely.values()) > _MOST_IDS:
        named = [*places][:_MOST_NAMED] + ["\N{HORIZONTAL ELLIPSIS}"] * (len(places) > _MOST_NAMED)
        places = {", ".join(named): [where for found in places.values() for where in found]}
    for id_, found in places.items():
        first, *others = sorted(found)
        yield Diagnostic(
            code,
            first,
            {**params, "id": id_, "count": str(len(found))},
            suggestion=likely.get(id_),
            also=tuple(others),
        )
