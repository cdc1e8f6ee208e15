"""The glossary: all terms with their definitions, by the part that uses them first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.reviews.standing import standings
from macros.model import Measure, Part, Term
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts.entry import Link, Meaning, meaning, retired


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term; ``first`` is the measure that uses it first, ``clauses`` counts those that do."""

    term: Term
    address: Address
    meaning: Meaning
    first: Measure | None
    first_address: Address | None
    clauses: int


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms that one part uses first, in the order of the text."""

    part: Part
    rows: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """What stands in the glossary; ``unused`` are the terms the text does not use.

    ``pending`` are not defined yet; of the others, some are ``reviewed``.
    """

    groups: tuple[TermGroup, ...]
    unused: tuple[TermRow, ...]
    total: int
    pending: int
    reviewed: int
    retired: tuple[Link, ...]
    files: tuple[Offer, ...]


def view(library: Library) -> TermsView:
    """The view of the whole glossary."""
    living = [term for term in library.terms if term.retired is None]
    rows = [_row(library, term) for term in living]
    places = {measure.id: n for n, measure in enumerate(library.measures)}
    used: dict[str, list[TermRow]] = {}
    for row in rows:
        if row.first:
            used.setdefault(row.first.part, []).append(row)
    for own in used.values():
        own.sort(key=lambda row: _place(library, row, places))
    return TermsView(
        tuple(
            TermGroup(part, tuple(found))
            for document in library.documents
            for part in document.parts
            if (found := used.get(part.id))
        ),
        tuple(row for row in rows if row.first is None),
        len(living),
        sum(row.term.definition is None for row in rows),
        sum(standings(library).is_reviewed(row.term.id) for row in rows),
        retired(library.terms),
        beside(library, Use.FLASHCARDS, Use.WORKBOOK),
    )


def _row(library: Library, term: Term) -> TermRow:
    mentions = library.mentions(term.id)
    using = {mention.context.measure.id for mention in mentions}
    using.update(measure.id for measure in library.titles_naming(term.id))
    first = next((measure for measure in library.measures if measure.id in using), None)
    return TermRow(
        term,
        addresses.of_entry(term),
        meaning(library, term),
        first,
        addresses.of_measure(library.document_of(first), first) if first else None,
        len({mention.context.clause.id for mention in mentions}),
    )


def _place(library: Library, row: TermRow, places: dict[str, int]) -> tuple[int, int, int]:
    """Where a term stands first: the measure, the clause in it (0 for the title), the character."""
    assert row.first is not None  # asked for terms in use only
    for span in library.glossary_names.find(row.first.title):
        if span.entry == row.term.id:
            return places[row.first.id], 0, span.start
    mention = library.mentions(row.term.id)[0]
    return places[row.first.id], mention.context.ordinal, mention.span.start


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.TERMS, "terms.html", partial(view, library))
