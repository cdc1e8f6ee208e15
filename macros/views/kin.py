"""The measures a measure hangs together with, each with every reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.addresses import Address
from macros.library import Library
from macros.model import Measure, Mechanism, Role, Term
from macros.relations import Kin, Kinship, Link, links


@dataclass(frozen=True, slots=True)
class Related:
    """Another measure: the stored relations to it, and what the two share."""

    other: Measure
    address: Address
    links: tuple[Link, ...]
    mechanisms: tuple[tuple[Mechanism, Address], ...]
    roles: tuple[tuple[Role, Address], ...]
    terms: tuple[tuple[Term, Address], ...]


def related(library: Library, kin: Kin, measure: Measure) -> tuple[Related, ...]:
    """Every related measure once: those an editor named first, then the nearest kin."""
    stored: dict[str, list[Link]] = {}
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
    library: Library, other: Measure, stored: tuple[Link, ...], shared: Kinship | None
) -> Related:
    return Related(
        other,
        addresses.of_measure(library.document_of(other), other),
        stored,
        tuple((m, addresses.of_mechanism(m)) for m in shared.mechanisms) if shared else (),
        tuple((r, addresses.of_role(r)) for r in shared.roles) if shared else (),
        tuple((t, addresses.of_term(t)) for t in shared.terms) if shared else (),
    )
