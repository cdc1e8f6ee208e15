"""The downloads: every file the site offers, with its format, its size and what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.addresses import Address
from macros.library import Library
from macros.offers import Offer, Use, offers
from macros.views.page import Page
from macros.year import year_of


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """What stands on the downloads page; ``tables`` offer what a reader has filtered.

    Calendars are on offer only if the data ``has_year`` and the day of the first meeting,
    ``has_meetings``; how to state them is explained at ``how``.
    """

    offers: tuple[Offer, ...]
    tables: tuple[Address, ...]
    roles: Address
    has_year: bool
    has_meetings: bool
    how: Address

    @property
    def groups(self) -> tuple[tuple[Use, tuple[tuple[Offer, ...], ...]], ...]:
        """The files by use, in the order of the page; the formats of one thing stand together."""
        found: dict[Use, dict[str, list[Offer]]] = {}
        for offer in self.offers:
            about = offer.about.id if offer.about else ""
            found.setdefault(offer.use, {}).setdefault(about, []).append(offer)
        return tuple((use, tuple(map(tuple, things.values()))) for use, things in found.items())


def view(library: Library) -> DownloadsView:
    """The view of everything on offer."""
    year = year_of(library)
    return DownloadsView(
        offers(library),
        (addresses.LEDGER, addresses.MATRIX),
        addresses.ROLES,
        has_year=year is not None,
        has_meetings=year is not None and year.meeting is not None,
        how=Address(addresses.HANDBOOK.page, "calendar"),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.DOWNLOADS, "downloads.html", partial(view, library))
