"""A term's page: what it means, who says so, and every passage that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.model import Term
from macros.views.page import Page
from macros.views.parts.entry import Meaning, Retirement, meaning, retirement
from macros.views.parts.mentions import (
    MentioningClause,
    MentioningTitle,
    Neighbour,
    neighbours,
    passages,
    titles,
)


@dataclass(frozen=True, slots=True)
class TermView:
    """What stands on a term's page."""

    term: Term
    retirement: Retirement | None
    meaning: Meaning
    titles: tuple[MentioningTitle, ...]
    passages: tuple[MentioningClause, ...]
    neighbours: tuple[Neighbour, ...]


def view(library: Library, term: Term) -> TermView:
    """The view of one term."""
    return TermView(
        term,
        retirement(library, term),
        meaning(library, term),
        titles(library, term.id),
        passages(library.mentions(term.id)),
        neighbours(library, term.id),
    )


def pages(library: Library) -> Iterator[Page]:
    """One page a term, retired ones included."""
    for term in library.terms:
        yield Page(
            addresses.of_entry(term),
            "term.html",
            partial(view, library, term),
            trail=(addresses.TERMS,),
            source=term.place.value.file,
        )
