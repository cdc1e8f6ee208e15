"""The flash cards: terms with their definitions, and duties that the text itself assigns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.library import Library
from macros.model import Basis, Mechanism, Term
from macros.offers import Offer, Use, beside
from macros.views import duty, entry
from macros.views.duty import DutyView
from macros.views.entry import Meaning
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class CardsView:
    """What stands on the page of flash cards."""

    terms: tuple[Meaning, ...]
    duties: tuple[DutyView, ...]
    files: tuple[Offer, ...]


def view(library: Library) -> CardsView:
    """The view of the flash cards."""
    entries: tuple[Term | Mechanism, ...] = (*library.terms, *library.mechanisms)
    return CardsView(
        tuple(
            entry.meaning(library, found)
            for found in entries
            if found.definition is not None and found.retired is None
        ),
        tuple(
            duty.view(library, found)
            for found in library.duties
            if found.lead is not None and found.lead.basis is Basis.STATED
        ),
        beside(library, Use.FLASHCARDS),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.CARDS, "cards.html", partial(view, library), trail=(addresses.STUDY,))
