"""The list beside a page: its neighbours in the document, or in the registry it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Document, Entry

# So many neighbours are listed at most, so that the cost of a page does not grow with the library.
NEAR = 40
NEAR_GROUPS = 12

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class NeighbourItem:
    """One neighbour; ``number`` is a measure's number."""

    address: Address
    label: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class NeighbourGroup:
    """Neighbours under one heading.

    ``key`` is a part's numeral or the value of a kind, "" for none; ``label`` a part's or a theme's
    name. ``cut`` tells that there are more than are listed.
    """

    key: str
    label: str
    address: Address | None
    items: tuple[NeighbourItem, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """The list beside one page, under ``top``, the page that lists all of them.

    ``cut`` tells that there are more groups than are listed.
    """

    top: Address
    groups: tuple[NeighbourGroup, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a page stands on its shelf; ``group`` and ``item`` are ``None`` for what is above."""

    top: Address
    groups: tuple[NeighbourGroup, ...]
    group: int | None = None
    item: int | None = None


class Shelves:
    """All lists of a library, made once; ``of`` cuts out what stands beside one page."""

    def __init__(self, library: Library) -> None:
        """Put every page of the library on its shelf."""
        self._spots: dict[str, _Spot] = {}
        for document in library.documents:
            self._put(addresses.of_document(document), _parts(library, document))
        self._put(addresses.ROLES, _by_kind(library.roles, addresses.of_entry))
        self._put(addresses.MECHANISMS, _by_kind(library.mechanisms, addresses.of_entry))
        terms = tuple(NeighbourItem(addresses.of_entry(term), term.label) for term in library.terms)
        self._put(addresses.TERMS, (NeighbourGroup("", "", None, terms),))
        self._put(addresses.THEMES, tuple(_themes(library)))

    def of(self, page: str) -> Beside | None:
        """What stands beside ``page``, or ``None`` for a page that is on no shelf.

        Groups that have a page of their own are closed, but for the one the page is in.
        """
        spot = self._spots.get(page)
        if spot is None:
            return None
        shown = tuple(
            _closed(group)
            if group.address is not None and n != spot.group
            else near(group, spot.item if n == spot.group and spot.item is not None else 0)
            for n, group in _around(spot.groups, spot.group or 0, NEAR_GROUPS)
        )
        return Beside(spot.top, shown, cut=len(shown) < len(spot.groups))

    def _put(self, top: Address, groups: tuple[NeighbourGroup, ...]) -> None:
        self._spots[top.page] = _Spot(top, groups)
        for n, group in enumerate(groups):
            if group.address is not None:
                self._spots[group.address.page] = _Spot(top, groups, n)
            for m, item in enumerate(group.items):
                self._spots[item.address.page] = _Spot(top, groups, n, m)


def near(group: NeighbourGroup, place: int) -> NeighbourGroup:
    """The group with its items near ``place`` only."""
    items = tuple(item for _, item in _around(group.items, place, NEAR))
    return replace(group, items=items, cut=len(items) < len(group.items))


def _closed(group: NeighbourGroup) -> NeighbourGroup:
    return replace(group, items=())


def _around(all_of_them: tuple[V, ...], place: int, most: int) -> Iterator[tuple[int, V]]:
    """At most so many of them, around ``place``, each with its place."""
    first = max(0, min(place - most // 2, len(all_of_them) - most))
    yield from enumerate(all_of_them[first : first + most], start=first)


def _parts(library: Library, document: Document) -> tuple[NeighbourGroup, ...]:
    return tuple(
        NeighbourGroup(
            part.numeral,
            part.short,
            addresses.of_part(document, part),
            tuple(
                NeighbourItem(
                    addresses.of_measure(document, measure), measure.title, measure.number
                )
                for measure in library.measures_of_part(part.id)
            ),
        )
        for part in document.parts
    )


def _by_kind(
    entries: Iterable[Entry], address: Callable[..., Address]
) -> tuple[NeighbourGroup, ...]:
    groups: dict[str, list[NeighbourItem]] = {}
    for entry in entries:
        kind = str(getattr(entry, "kind", ""))
        groups.setdefault(kind, []).append(NeighbourItem(address(entry), entry.label))
    return tuple(NeighbourGroup(kind, "", None, tuple(items)) for kind, items in groups.items())


def _themes(library: Library) -> Iterator[NeighbourGroup]:
    for theme in library.themes:
        if theme.parent is None:
            narrower = tuple(
                NeighbourItem(addresses.of_entry(other), other.label)
                for other in library.themes
                if other.parent == theme.id
            )
            yield NeighbourGroup("", theme.label, addresses.of_entry(theme), narrower)
