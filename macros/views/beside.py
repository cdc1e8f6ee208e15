"""The list beside a page: its neighbours in the document, or in the registry it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from macros import addresses
from macros.addresses import Address
from macros.library import Library
from macros.model import Document, Entry

# So many neighbours are listed at most, so that the cost of a page does not grow with the library.
NEAR = 40


@dataclass(frozen=True, slots=True)
class Item:
    """One neighbour; ``number`` is a measure's number."""

    address: Address
    label: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours under one heading.

    ``key`` is a part's numeral or the value of a kind, "" for none; ``label`` a part's or a theme's
    name. ``cut`` tells that there are more than are listed.
    """

    key: str
    label: str
    address: Address | None
    items: tuple[Item, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """The list beside one page, under the page that lists all of them."""

    top: Address
    groups: tuple[Group, ...]


class Shelves:
    """All lists of a library, made once; ``of`` cuts out what stands beside one page."""

    def __init__(self, library: Library) -> None:
        """Put every page of the library on its shelf."""
        self._shelf: dict[str, tuple[Address, tuple[Group, ...]]] = {}
        for document in library.documents:
            self._put(addresses.of_document(document), _parts(library, document))
        self._put(addresses.ROLES, _by_kind(library.roles, addresses.of_role))
        self._put(addresses.MECHANISMS, _by_kind(library.mechanisms, addresses.of_mechanism))
        terms = tuple(Item(addresses.of_term(term), term.label) for term in library.terms)
        self._put(addresses.TERMS, (Group("", "", None, terms),))
        self._put(addresses.THEMES, tuple(_themes(library)))

    def of(self, page: str) -> Beside | None:
        """What stands beside ``page``, or ``None`` for a page that is on no shelf."""
        found = self._shelf.get(page)
        if found is None:
            return None
        top, groups = found
        parts = top not in (addresses.ROLES, addresses.MECHANISMS, addresses.TERMS)
        return Beside(top, tuple(_near(group, page, closed=parts) for group in groups))

    def _put(self, top: Address, groups: tuple[Group, ...]) -> None:
        self._shelf[top.page] = (top, groups)
        for group in groups:
            if group.address is not None:
                self._shelf[group.address.page] = (top, groups)
            for item in group.items:
                self._shelf[item.address.page] = (top, groups)


def _parts(library: Library, document: Document) -> tuple[Group, ...]:
    return tuple(
        Group(
            part.numeral,
            part.short,
            addresses.of_part(document, part),
            tuple(
                Item(addresses.of_measure(document, measure), measure.title, measure.number)
                for measure in library.measures_of_part(part.id)
            ),
        )
        for part in document.parts
    )


def _by_kind(entries: Iterable[Entry], address: Callable[..., Address]) -> tuple[Group, ...]:
    groups: dict[str, list[Item]] = {}
    for entry in entries:
        kind = str(getattr(entry, "kind", ""))
        groups.setdefault(kind, []).append(Item(address(entry), entry.label))
    return tuple(Group(kind, "", None, tuple(items)) for kind, items in groups.items())


def _themes(library: Library) -> Iterator[Group]:
    for theme in library.themes:
        if theme.parent is None:
            narrower = tuple(
                Item(addresses.of_theme(other), other.label)
                for other in library.themes
                if other.parent == theme.id
            )
            yield Group("", theme.label, addresses.of_theme(theme), narrower)


def _near(group: Group, page: str, *, closed: bool) -> Group:
    """The group with its items near ``page``; without items if it is closed and elsewhere."""
    here = [n for n, item in enumerate(group.items) if item.address.page == page]
    heading = group.address is not None and group.address.page == page
    if closed and not here and not heading:
        return replace(group, items=())
    first = max(0, min((here[0] if here else 0) - NEAR // 2, len(group.items) - NEAR))
    items = group.items[first : first + NEAR]
    return replace(group, items=items, cut=len(items) < len(group.items))
