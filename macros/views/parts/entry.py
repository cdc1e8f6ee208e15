"""What the pages of all registry entries show alike: names, meaning, retirement, links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.reviews.standing import Standing, standings
from macros.model import DefinitionOrigin, Entry, Mechanism, Role, Term, Theme

Registered = Role | Mechanism | Term | Theme
"""An entry of a registry that has a page."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name a reader may follow."""

    label: str
    address: Address


@dataclass(frozen=True, slots=True)
class Retirement:
    """Why an entry is no longer used, and what took its place, if anything did."""

    reason: str
    successors: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term's or mechanism's definition; ``clause`` and ``address`` if the document gives it.

    ``standing`` says whether it was reviewed; a definition that is still pending has none.
    """

    entry: Term | Mechanism
    standing: Standing | None
    clause: ClauseInContext | None
    address: Address | None


def address_of(entry: Registered) -> Address:
    """The page of a registry entry."""
    match entry:
        case Role():
            return addresses.of_role(entry)
        case Mechanism():
            return addresses.of_mechanism(entry)
        case Term():
            return addresses.of_term(entry)
        case Theme():
            return addresses.of_theme(entry)


def link(library: Library, id_: str | None) -> Link | None:
    """The name and page of the role, mechanism, term or theme with this id."""
    if id_ is None:
        return None
    entry = library.role(id_) or library.mechanism(id_) or library.term(id_) or library.theme(id_)
    return Link(entry.label, address_of(entry)) if entry else None


def links(entries: Iterable[Registered]) -> tuple[Link, ...]:
    """The names and pages of ``entries``."""
    return tuple(Link(entry.label, address_of(entry)) for entry in entries)


def retired(entries: Iterable[Registered]) -> tuple[Link, ...]:
    """The names and pages of those of ``entries`` that are no longer used."""
    return links(entry for entry in entries if entry.retired is not None)


def retirement(library: Library, entry: Entry) -> Retirement | None:
    """The retirement of an entry; None while it is in use."""
    if entry.retired is None:
        return None
    successors = (link(library, id_) for id_ in entry.replaced_by)
    return Retirement(entry.retired, tuple(filter(None, successors)))


def meaning(library: Library, entry: Term | Mechanism) -> Meaning:
    """The definition of an entry, with the clause it is quoted from."""
    definition = entry.definition
    standing = standings(library).of(entry.id)
    if definition is None or definition.origin is not DefinitionOrigin.TEXT:
        return Meaning(entry, standing, None, None)
    clause = library.clause(definition.source)
    return Meaning(entry, standing, clause, addresses.of_clause(clause) if clause else None)
