"""The reviews in figures, kind by kind, and the entries that changed after theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.reviews import Reviewable
from macros.knowledge.reviews.standing import Standing, State, standings
from macros.model.kinds import Kind


@dataclass(frozen=True, slots=True)
class KindRow:
    """The entries of one kind by how far they have come."""

    kind: Kind
    counts: dict[State, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def bar(self) -> tuple[tuple[State, float, float], ...]:
        """The stretches of a bar 100 wide: state, where it begins, how wide it is."""
        at = 0.0
        stretches = []
        for state, count in self.counts.items():
            width = round(100 * count / self.total, 2) if self.total else 0.0
            stretches.append((state, round(at, 2), width))
            at += width
        return tuple(stretches)


@dataclass(frozen=True, slots=True)
class Lapsed:
    """An entry that changed after its review; ``address`` is where it stands, if it has a place."""

    standing: Standing
    address: Address | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How far the review has come; ``persons`` is how many it takes for one entry."""

    persons: int
    rows: tuple[KindRow, ...]
    lapsed: tuple[Lapsed, ...]


def reviewed(library: Library) -> Reviewed:
    """The figures of the whole library."""
    found: dict[Kind, Counter[State]] = {kind: Counter() for kind in Kind if kind.row.reviewed}
    lapsed = []
    for standing in standings(library).all():
        found[standing.entry.kind][standing.state] += 1
        if standing.state is State.LAPSED:
            lapsed.append(Lapsed(standing, _address(library, standing.entry)))
    order = (State.REVIEWED, State.PARTLY, State.LAPSED, State.NEVER)
    rows = (KindRow(kind, {state: counts[state] for state in order}) for kind, counts in _in(found))
    return Reviewed(library.review_rule.persons, tuple(rows), tuple(lapsed))


def _in(found: dict[Kind, Counter[State]]) -> Iterator[tuple[Kind, Counter[State]]]:
    """The kinds that the library has."""
    return ((kind, counts) for kind, counts in found.items() if counts)


def _address(library: Library, entry: Reviewable) -> Address | None:
    """Where an entry stands in the site, a relation where its measure does; None for no place."""
    found = library.entry(entry.id.partition("/")[0])
    return addresses.of(found) if found else None
