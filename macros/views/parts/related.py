"""The related measures of a measure, each with every reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.relations import Kinship, RelatedMeasures, RelationEnd, links
from macros.model import Measure, Mechanism, Role, Term


@dataclass(frozen=True, slots=True)
class Related:
    """Another measure, of a sample or not: the relations stored, and what the two share."""

    other: Measure
    sample: bool
    address: Address
    links: tuple[RelationEnd, ...]
    mechanisms: tuple[tuple[Mechanism, Address], ...]
    roles: tuple[tuple[Role, Address], ...]
    terms: tuple[tuple[Term, Address], ...]


def related(library: Library, kin: RelatedMeasures, measure: Measure) -> tuple[Related, ...]:
    """Every related measure once: those an editor named first, then the nearest kin."""
    stored: dict[str, list[RelationEnd]] = {}
    for link in links(library, measure):
        stored.setdefault(link.other.id, []).append(link)
    shared = {kinship.other.id: kinship for kinship in kin.of(measure)}
    found = []
    for id_ in dict.fromkeys((*stored, *shared)):
        other = library.measure(id_)
        if other is not None:
            found.append(_related(library, other, tuple(stored.get(id_, ())), shared.get(id_)))
    return tuple(found)


def _related(
    library: Library, other: Measure, stored: tuple[RelationEnd, ...], shared: Kinship | None
) -> Related:
    document = library.document_of(other)
    address = addresses.of_measure(document, other)
    if shared is None:
        return Related(other, document.sample, address, stored, (), (), ())
    # What is both a role and a term is one reason, not two.
    named = {role.label for role in shared.roles}
    return Related(
        other,
        document.sample,
        address,
        stored,
        tuple((mechanism, addresses.of_entry(mechanism)) for mechanism in shared.mechanisms),
        tuple((role, addresses.of_entry(role)) for role in shared.roles),
        tuple((term, addresses.of_entry(term)) for term in shared.terms if term.label not in named),
    )
