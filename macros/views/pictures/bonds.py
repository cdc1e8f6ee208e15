"""Which measures are bound to each other: by an editor's word, or by what they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.knowledge import Library
from macros.knowledge.relations import Kinship, RelatedMeasures
from macros.model import Measure, Relation

# Two measures that share less than a role or a mechanism are not close.
CLOSE = 2


@dataclass(frozen=True, slots=True)
class Bond:
    """What binds two measures.

    ``stored`` are the relations an editor wrote, each with the measure that holds it; ``shared``
    is what follows from the data.
    """

    stored: tuple[tuple[Measure, Relation], ...] = ()
    shared: Kinship | None = None


def bonds(library: Library) -> Mapping[tuple[str, str], Bond]:
    """Every bond, keyed by the ids of both measures in the order of the text."""
    order = {measure.id: n for n, measure in enumerate(library.measures)}
    stored: dict[tuple[int, int], list[tuple[Measure, Relation]]] = {}
    shared: dict[tuple[int, int], Kinship] = {}
    kin = RelatedMeasures(library)
    for here, measure in enumerate(library.measures):
        for relation in measure.related:
            there = order.get(relation.to, here)
            if there != here:
                pair = (min(here, there), max(here, there))
                stored.setdefault(pair, []).append((measure, relation))
        for kinship in kin.of(measure):
            there = order[kinship.other.id]
            if kinship.weight >= CLOSE:
                shared[min(here, there), max(here, there)] = kinship
    ids = [measure.id for measure in library.measures]
    return {
        (ids[one], ids[other]): Bond(tuple(stored.get((one, other), ())), shared.get((one, other)))
        for one, other in sorted(stored.keys() | shared.keys())
    }
