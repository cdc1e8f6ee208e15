"""What each page and file of the site must hold, by the data alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.knowledge import DutyInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Entry
from macros.words.messages import all_codes

_FIXED = (
    addresses.HOME,
    addresses.MATRIX,
    addresses.LEDGER,
    addresses.CALENDAR,
    addresses.ROLES,
    addresses.MECHANISMS,
    addresses.TERMS,
    addresses.THEMES,
    addresses.STUDY,
    addresses.CARDS,
    addresses.DOWNLOADS,
    addresses.CHANGES,
    addresses.ABOUT,
    addresses.HANDBOOK,
    addresses.FIELDS,
    addresses.DIAGNOSTICS,
    addresses.COVERAGE,
    addresses.LIBRARY_JSON,
    addresses.SCHEMA_JSON,
    addresses.SEARCH_INDEX,
)


@dataclass(frozen=True, slots=True)
class Owed:
    """What one page owes: its name in its heading, and records by the attribute that shows them.

    ``anchored`` are records that must carry their id as an anchor; ``told`` are duties that must be
    said and quoted there. ``defined`` is the entry whose definition stands there, if it has one.
    """

    address: Address
    name: str = ""
    clauses: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    anchored: tuple[str, ...] = ()
    told: tuple[DutyInContext, ...] = ()
    defined: str = ""


def owing(library: Library) -> Iterator[Owed]:
    """Every page and file that the data demands, with what it owes."""
    duties = _ids(library.duties)
    for address in (*_FIXED, *map(addresses.of_diagnostic, all_codes())):
        whole = address in (addresses.LEDGER, addresses.CALENDAR)
        yield Owed(
            address,
            titles=tuple(m.id for m in library.measures) if address == addresses.HOME else (),
            duties=duties if whole else (),
            told=library.duties if address == addresses.LEDGER else (),
        )
    for document in library.documents:
        name = document.facts.title.value or document.short_title
        yield Owed(addresses.of_document(document), name)
        yield Owed(addresses.of_source(document))
        for part in document.parts:
            measures = library.measures_of_part(part.id)
            titles = (part.id, *(measure.id for measure in measures))
            yield Owed(addresses.of_part(document, part), part.title, titles=titles)
        for part in document.former_parts:
            yield Owed(addresses.of_part(document, part), part.title)
    yield _pocket(library)
    yield from _measures(library)
    yield from _former(library)
    yield from _entries(library)


def _pocket(library: Library) -> Owed:
    """The page that is carried about alone holds everything."""
    parts = (part.id for document in library.documents for part in document.parts)
    return Owed(
        addresses.POCKET,
        clauses=tuple(found.clause.id for found in library.clauses),
        titles=(*parts, *(measure.id for measure in library.measures)),
        duties=_ids(library.duties),
        told=library.duties,
    )


def _measures(library: Library) -> Iterator[Owed]:
    for document in library.documents:
        for measure in document.measures:
            clauses = tuple(clause.id for clause in measure.clauses)
            found = library.duties_of_measure(measure.id)
            yield Owed(
                addresses.of_measure(document, measure),
                measure.title,
                clauses=clauses,
                titles=(measure.id,),
                duties=_ids(found),
                told=found,
            )


def _former(library: Library) -> Iterator[Owed]:
    """What is retired: at its old address, every id within it an anchor."""
    for document in library.documents:
        for measure in document.every_measure:
            clauses = measure.every_clause
            anchored = (
                *(clause.id for clause in clauses),
                *(duty.id for clause in clauses for duty in clause.duties),
                *(question.id for question in measure.every_question),
            )
            yield Owed(addresses.of_measure(document, measure), measure.title, anchored=anchored)
    for guide in library.guides:
        questions = guide.every_question
        asked = tuple(question.id for question in questions)
        yield Owed(addresses.of_guide(guide.id), guide.label, anchored=asked)


def _entries(library: Library) -> Iterator[Owed]:
    for role in library.roles:
        found = tuple(duty for duty, _ in library.duties_of_role(role.id))
        yield Owed(addresses.of_entry(role), role.label, duties=_ids(found), told=found)
    for mechanism in library.mechanisms:
        yield Owed(
            addresses.of_entry(mechanism),
            mechanism.label,
            clauses=_naming(library, mechanism),
            duties=_ids(library.duties_of_mechanism(mechanism.id)),
            defined=mechanism.id if mechanism.definition else "",
        )
    for term in library.terms:
        yield Owed(
            addresses.of_entry(term),
            term.label,
            clauses=_naming(library, term),
            defined=term.id if term.definition else "",
        )
    for theme in library.themes:
        titles = tuple(measure.id for measure in library.measures_of_theme(theme.id))
        yield Owed(addresses.of_entry(theme), theme.label, titles=titles)


def _naming(library: Library, entry: Entry) -> tuple[str, ...]:
    """The clauses that name an entry."""
    named = (mention.context.clause.id for mention in library.mentions(entry.id))
    return tuple(dict.fromkeys(named))


def _ids(found: Iterable[DutyInContext]) -> tuple[str, ...]:
    return tuple(duty.duty.id for duty in found)
