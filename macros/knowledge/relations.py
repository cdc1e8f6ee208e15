"""Relations between measures: stored ones both ways, and those computed from shared entries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.knowledge import Library
from macros.model import Basis, Measure, Mechanism, Relation, Role, Term

# An entry named by more measures than this says nothing about any two of them, and would make
# the work grow with the square of their number.
COMMON = 6
NEAREST = 5


@dataclass(frozen=True, slots=True)
class RelationEnd:
    """A stored relation as seen from one end; ``outgoing`` is false at the far end."""

    other: Measure
    relation: Relation
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two measures share: named mechanisms, terms, and roles that the text itself states."""

    other: Measure
    mechanisms: tuple[Mechanism, ...]
    terms: tuple[Term, ...]
    roles: tuple[Role, ...]

    @property
    def weight(self) -> int:
        """How much is shared; a mechanism counts for three, a role for two, a term for one."""
        return 3 * len(self.mechanisms) + 2 * len(self.roles) + len(self.terms)


def links(library: Library, measure: Measure) -> tuple[RelationEnd, ...]:
    """The stored relations of ``measure``: its own first, then those that point to it."""
    own = [(library.measure(relation.to), relation, True) for relation in measure.related]
    others = [(other, other.related[index], False) for other, index in library.incoming(measure.id)]
    return tuple(
        RelationEnd(other, relation, outgoing)
        for other, relation, outgoing in (*own, *others)
        if other is not None
    )


class RelatedMeasures:
    """The kinship of all measures of a library, worked out once, within each document.

    From one document to another an editor says what belongs together.
    """

    def __init__(self, library: Library) -> None:
        """Index what each measure names: mechanisms, terms and stated roles."""
        self._library = library
        self._names: dict[str, tuple[str, ...]] = {}
        self._named_by: dict[tuple[str, str], tuple[str, ...]] = {}
        for document in library.documents:
            for measure in document.measures:
                names = _names(library, measure)
                self._names[measure.id] = names
                for name in names:
                    key = document.id, name
                    self._named_by[key] = (*self._named_by.get(key, ())[:COMMON], measure.id)
        self._order = {id_: place for place, id_ in enumerate(self._names)}

    def of(self, measure: Measure) -> tuple[Kinship, ...]:
        """The nearest kin of ``measure``, most shared first, then in the order of the text."""
        shared: dict[str, list[str]] = {}
        document = self._library.document_of(measure)
        for name in self._names[measure.id]:
            bearers = self._named_by[document.id, name]
            if len(bearers) > COMMON:
                continue
            for other in bearers:
                if other != measure.id:
                    shared.setdefault(other, []).append(name)
        kin = [self._kinship(other, names) for other, names in shared.items()]
        kin.sort(key=lambda k: (-k.weight, self._order[k.other.id]))
        return tuple(kin[:NEAREST])

    def _kinship(self, other: str, names: list[str]) -> Kinship:
        library = self._library
        measure = library.measure(other)
        assert measure is not None  # indexed from the library itself
        return Kinship(
            measure,
            tuple(m for name in names if (m := library.mechanism(name))),
            tuple(t for name in names if (t := library.term(name))),
            tuple(r for name in names if (r := library.role(name))),
        )


def _names(library: Library, measure: Measure) -> tuple[str, ...]:
    """Ids of all entries a measure names or whose part in it is stated, each once, in order."""
    found: Counter[str] = Counter()
    for clause in measure.clauses:
        found.update(span.entry for span in library.names_in(clause.id))
    for context in library.duties_of_measure(measure.id):
        found.update(use.mechanism for use in context.duty.mechanisms)
        found.update(who.role for who in context.duty.who if who.basis is Basis.STATED)
    return tuple(found)
