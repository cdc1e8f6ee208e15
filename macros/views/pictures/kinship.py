"""How the measures hang together, as an arc diagram: one line a measure, one arc a bond."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.relations import Kinship
from macros.model import Measure, Part, Relation
from macros.views.pictures.bonds import bonds

# Beyond this many measures a line each is no longer read, and the picture shows parts instead.
MANY = 60

WIDTH = 360
NODE_X = 226
LINE = 22
HEAD = 26
REACH_NEAR, REACH_FAR = 22, 168


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the picture: a measure, or a part where measures are too many."""

    record: Measure | Part
    address: Address
    y: int


@dataclass(frozen=True, slots=True)
class Head:
    """The heading above the measures of one part."""

    part: Part
    y: int


@dataclass(frozen=True, slots=True)
class Arc:
    """A bond between two lines, the upper one first.

    ``stored`` are the relations an editor wrote, each with the measure that holds it; ``shared``
    is what follows from the data. ``weight`` is what is shared, or how many bonds the arc bundles.
    ``reach`` is how far the arc's control points stand off to the right.
    """

    first: Node
    second: Node
    reach: int
    weight: int
    stored: tuple[tuple[Measure, Relation], ...] = ()
    shared: Kinship | None = None


@dataclass(frozen=True)
class KinshipPicture:
    """The arc diagram; lengths in user units of a ``width`` × ``height`` view box."""

    width: int
    height: int
    node_x: int
    heads: tuple[Head, ...]
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    by_part: bool

    @cached_property
    def ends(self) -> Mapping[Node, tuple[Arc, ...]]:
        """The arcs at each node, from the top down."""
        found: dict[Node, list[Arc]] = {node: [] for node in self.nodes}
        for arc in sorted(self.arcs, key=lambda arc: (arc.first.y, arc.second.y)):
            found[arc.first].append(arc)
            found[arc.second].append(arc)
        return {node: tuple(arcs) for node, arcs in found.items()}


def picture(library: Library, many: int = MANY) -> KinshipPicture:
    """The picture of all measures; of their parts, if there are more than ``many``."""
    return (_of_parts if len(library.measures) > many else _of_measures)(library)


def _of_measures(library: Library) -> KinshipPicture:
    heads: list[Head] = []
    nodes: dict[str, Node] = {}
    y = 0
    for document in library.documents:
        for part in document.parts:
            measures = library.measures_of_part(part.id)
            if not measures:
                continue
            heads.append(Head(part, y + HEAD // 2))
            y += HEAD
            for measure in measures:
                nodes[measure.id] = Node(
                    measure, addresses.of_measure(document, measure), y + LINE // 2
                )
                y += LINE
    arcs = []
    for (one, other), bond in bonds(library).items():
        if one in nodes and other in nodes:
            first, second = _downwards(nodes[one], nodes[other])
            weight = bond.shared.weight if bond.shared else 0
            reach = _reach(first, second, y)
            arcs.append(Arc(first, second, reach, weight, bond.stored, bond.shared))
    return KinshipPicture(
        WIDTH, y, NODE_X, tuple(heads), tuple(nodes.values()), _back_to_front(arcs), by_part=False
    )


def _of_parts(library: Library) -> KinshipPicture:
    home = {measure.id: measure.part for measure in library.measures}
    lines = [(document, part) for document in library.documents for part in document.parts]
    nodes = {
        part.id: Node(part, addresses.of_part(document, part), n * LINE + LINE // 2)
        for n, (document, part) in enumerate(lines)
    }
    bundled = Counter(
        _downwards(nodes[home[one]], nodes[home[other]])
        for one, other in bonds(library)
        if home[one] != home[other] and home[one] in nodes and home[other] in nodes
    )
    height = len(lines) * LINE
    arcs = [
        Arc(first, second, _reach(first, second, height), number)
        for (first, second), number in bundled.items()
    ]
    return KinshipPicture(
        WIDTH, height, NODE_X, (), tuple(nodes.values()), _back_to_front(arcs), by_part=True
    )


def _downwards(one: Node, other: Node) -> tuple[Node, Node]:
    return (one, other) if one.y < other.y else (other, one)


def _reach(first: Node, second: Node, height: int) -> int:
    """How far an arc stands off: more for lines further apart, so that arcs can be told apart."""
    return round(REACH_NEAR + (REACH_FAR - REACH_NEAR) * (second.y - first.y) / height)


def _back_to_front(arcs: Iterable[Arc]) -> tuple[Arc, ...]:
    """Arcs in drawing order: what an editor wrote comes last and lies on top."""
    return tuple(sorted(arcs, key=lambda arc: (bool(arc.stored), arc.first.y, arc.second.y)))
