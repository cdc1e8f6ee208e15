"""Every place where one record names another by id, and findings on ids that nothing has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.knowledge import Library, once
from macros.model import DefinitionOrigin, Guide, Mechanism, Term
from macros.model.kinds import Kind, ids_named
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.suggest import nearest

Use = tuple[str, Location]
"""The id that is named, and where."""


def of_kind(library: Library, kind: Kind) -> tuple[Use, ...]:
    """Where entries of a kind are named: by what holds, and by all that registries list."""
    return _uses(library).get(kind, ())


@once
def _uses(library: Library) -> Mapping[Kind, tuple[Use, ...]]:
    uses: dict[Kind, list[Use]] = {}
    for found in library.entries:
        if found.retired_with is None or found.kind.registered:
            for kind, id_, path in ids_named(found.record):
                uses.setdefault(kind, []).append((id_, found.record.place.at(*path)))
    return {kind: tuple(named) for kind, named in uses.items()}


def everywhere(library: Library) -> Iterator[Use]:
    """Whatever is named by what holds."""
    for uses in _uses(library).values():
        yield from uses
    yield from (use for entry, use in sources(library) if entry.retired is None)


def selected(library: Library, field: str) -> Iterator[Use]:
    """What guides select by one field."""
    for guide in guides(library):
        for index, id_ in enumerate(getattr(guide.select, field)):
            yield id_, guide.place.at("select", field, index)


def guides(library: Library) -> Iterator[Guide]:
    """The guides in use."""
    return (guide for guide in library.guides if guide.retired is None)


def sources(library: Library) -> Iterator[tuple[Term | Mechanism, Use]]:
    """Clauses as the source of a definition, with the entry that is defined."""
    for entry in library.glossary:
        definition = entry.definition
        if definition is not None and definition.origin is DefinitionOrigin.TEXT:
            yield entry, (definition.source, entry.place.at("definition", "source"))


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
