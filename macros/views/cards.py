"""The flash cards: terms with their definitions, and duties that a real text itself assigns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.model import Basis
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts import duty, entry
from macros.views.parts.duty import DutyView
from macros.views.parts.entry import Meaning


@dataclass(frozen=True, slots=True)
class CardsView:
    """What stands on the page of flash cards."""

    terms: tuple[Meaning, ...]
    duties: tuple[DutyView, ...]
    files: tuple[Offer, ...]


def view(library: Library) -> CardsView:
    """The view of the flash cards."""
    return CardsView(
        tuple(
            entry.meaning(library, found)
            for found in library.glossary
            if found.definition is not None and found.retired is None
        ),
        tuple(
            duty.view(library, found)
            for found in library.real.duties
            if found.lead is not None and found.lead.basis is Basis.STATED
        ),
        beside(library, Use.FLASHCARDS),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.CARDS, "cards.html", partial(view, library), trail=(addresses.STUDY,))
