"""The glossary: all terms with their definitions, by the part that uses them first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.addresses import Address
from macros.library import Library
from macros.model import Document, Part, Status, Term
from macros.views.entry import Link, Meaning, meaning
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term; ``first`` is the clause that uses it first, ``clauses`` counts all that do."""

    term: Term
    address: Address
    meaning: Meaning
    first: Address | None
    first_number: int
    clauses: int


@dataclass(frozen=True, slots=True)
class TermGroup:
    """The terms that one part uses first, in the order of the text."""

    document: Document
    part: Part
    rows: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """What stands in the glossary; ``unused`` are the terms the text does not use."""

    groups: tuple[TermGroup, ...]
    unused: tuple[TermRow, ...]
    total: int
    statuses: dict[Status, int]
    retired: tuple[Link, ...]


def view(library: Library) -> TermsView:
    """The view of the whole glossary."""
    living = [term for term in library.terms if term.retired is None]
    places = {context.clause.id: n for n, context in enumerate(library.clauses)}
    used: dict[str, list[tuple[int, int, TermRow]]] = {}
    unused = []
    for term in living:
        mentions = library.mentions(term.id)
        row = _row(library, term)
        if mentions and (part := mentions[0].context.part):
            first = mentions[0]
            place = (places[first.context.clause.id], first.span.start, row)
            used.setdefault(part.id, []).append(place)
        else:
            unused.append(row)
    return TermsView(
        tuple(
            TermGroup(document, part, tuple(row for *_, row in sorted(found, key=lambda p: p[:2])))
            for document in library.documents
            for part in document.parts
            if (found := used.get(part.id))
        ),
        tuple(unused),
        len(living),
        {status: sum(term.status is status for term in living) for status in Status},
        tuple(
            Link(term.label, addresses.of_term(term))
            for term in library.terms
            if term.retired is not None
        ),
    )


def _row(library: Library, term: Term) -> TermRow:
    mentions = library.mentions(term.id)
    return TermRow(
        term,
        addresses.of_term(term),
        meaning(library, term),
        addresses.of_clause(mentions[0].context) if mentions else None,
        mentions[0].context.measure.number if mentions else 0,
        len({mention.context.clause.id for mention in mentions}),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.TERMS, "terms.html", partial(view, library))
