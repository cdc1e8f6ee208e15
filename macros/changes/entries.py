"""A library as its entries: each record with an id, apart from the others, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from macros.changes.values import Leaf, Order, Path, children, is_entry, keys_of
from macros.changes.values import leaves as leaves_of
from macros.knowledge import Library
from macros.model import Measure, Record, SearchWords, kinds

Key = tuple[str, str]
"""What tells an item from all others: its kind and id, counted if the id comes again."""


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """One entry of a library, or one of the records that a library has once.

    ``parent`` is the entry it stands in and ``home`` the nearest measure, guide or document above
    it, both "" at the top.
    """

    kind: str
    id: str
    record: Record
    parent: str = ""
    home: str = ""

    @property
    def leaves(self) -> dict[Path, Leaf]:
        """Its values by their paths."""
        return leaves_of(self.record)


def items(library: Library) -> dict[Key, ComparedEntry]:
    """Every entry of ``library``, in its order, the library's own order of them left out."""
    found: dict[Key, ComparedEntry] = {}
    for item in _walk(library):
        number, key = 1, (item.kind, item.id)
        while key in found:
            number, key = number + 1, (item.kind, f"{item.id}#{number + 1}")
        found[key] = item
    return found


def orders(library: Library) -> dict[Path, Leaf]:
    """The order of each list of the library."""
    return {
        (one.name,): Order(keys_of(value))
        for one in fields(library)
        if isinstance(value := getattr(library, one.name), tuple)
    }


def kind_of(record: Record) -> str:
    """What a record is called as an entry: duty, record, pace."""
    if isinstance(record, SearchWords):
        return "search"
    return kinds.kind_of(record) or type(record).__name__.lower()


def _walk(library: Library) -> Iterator[ComparedEntry]:
    for one in fields(library):
        value = getattr(library, one.name)
        if isinstance(value, Record):
            yield ComparedEntry(kind_of(value), one.name, value)
        elif isinstance(value, tuple):
            for key, record in zip(keys_of(value), value, strict=True):
                # A key is the id, counted if it is given twice: items() counts by itself.
                id_ = record.id if is_entry(record) else key
                yield from _within(ComparedEntry(kind_of(record), id_, record))


def _within(item: ComparedEntry) -> Iterator[ComparedEntry]:
    yield item
    home = item.home if item.parent and not isinstance(item.record, Measure) else item.id
    for record in children(item.record):
        id_ = str(getattr(record, "id", ""))
        yield from _within(ComparedEntry(kind_of(record), id_, record, item.id, home))
