"""The list beside a page names its neighbours, and never grows with the library."""

from __future__ import annotations

from macros.knowledge import addresses
from macros.knowledge.addresses import Address
from macros.views.parts.beside import NEAR, NeighbourGroup, NeighbourItem, Shelves, near
from tests.libraries import real


def test_a_measure_sees_its_part_open() -> None:
    """Beside a measure stand all parts, and the measures of its own part only."""
    library = real()
    found = Shelves(library).of("cn24/m18.html")
    assert found is not None
    assert [group.key for group in found.groups] == ["一", "二", "三", "四", "五", "六"]
    opened = {group.key: [item.number for item in group.items] for group in found.groups}
    assert opened["五"] == [17, 18, 19, 20, 21]
    assert all(not items for key, items in opened.items() if key != "五")


def test_every_entry_stands_on_a_shelf() -> None:
    """Each page of the registry finds itself in the list beside it."""
    library = real()
    shelves = Shelves(library)
    pages = [
        *map(addresses.of_entry, library.roles),
        *map(addresses.of_entry, library.mechanisms),
        *map(addresses.of_entry, library.terms),
    ]
    for address in pages:
        found = shelves.of(address.page)
        assert found is not None
        assert address in [item.address for group in found.groups for item in group.items]


def test_a_long_list_is_cut_around_the_page() -> None:
    """Of many neighbours the nearest are kept, the page itself among them."""
    items = tuple(NeighbourItem(Address(f"{n}.html"), str(n)) for n in range(1000))
    group = NeighbourGroup("", "", None, items)
    for place in (0, 7, 500, 999):
        found = near(group, place)
        assert len(found.items) == NEAR
        assert found.cut
        assert items[place] in found.items


def test_a_short_list_is_whole() -> None:
    """A list that fits is shown whole, wherever in it the page stands."""
    items = tuple(NeighbourItem(Address(f"{n}.html"), str(n)) for n in range(5))
    group = NeighbourGroup("", "", None, items)
    assert all(near(group, place) == group for place in range(5))


def test_a_wide_page_has_no_list() -> None:
    """A page that is on no shelf has nothing beside it."""
    assert Shelves(real()).of("matrix.html") is None
