"""What the pages of all registry entries show alike: names, meaning, retirement, links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.reviews.standing import Standing, standings
from macros.model import DefinitionOrigin, Entry, Mechanism, Term
from macros.model.kinds import name_of


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


def link(library: Library, id_: str | None) -> Link | None:
    """The name and page of the entry with this id; None where there is none, or no page."""
    found = library.entry(id_) if id_ is not None else None
    address = addresses.of(found) if found else None
    return Link(name_of(found.record), address) if found and address else None


def links(entries: Iterable[Entry]) -> tuple[Link, ...]:
    """The names and pages of ``entries``."""
    return tuple(Link(entry.label, addresses.of_entry(entry)) for entry in entries)


def retired(entries: Iterable[Entry]) -> tuple[Link, ...]:
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
