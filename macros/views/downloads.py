"""The downloads: every file the site offers, with its format, its size and what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import Origin, StudyGuide
from macros.knowledge.school_year import year_of
from macros.views.offers import Offer, Subject, Use, offers
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class DownloadRow:
    """What can be had about one subject: the same content in one or several formats."""

    about: Subject
    files: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """The files of one use; guides are told apart by their ``origin``, others have none."""

    use: Use
    origin: Origin | None
    rows: tuple[DownloadRow, ...]


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """What stands on the downloads page; ``tables`` offer what a reader has filtered.

    Calendars are on offer only if the data ``has_year`` and the day of the first meeting,
    ``has_meetings``; how to state them is explained at ``how``.
    """

    uses: tuple[tuple[Use, tuple[DownloadGroup, ...]], ...]
    tables: tuple[Address, ...]
    roles: Address
    has_year: bool
    has_meetings: bool
    how: Address


def view(library: Library) -> DownloadsView:
    """The view of everything on offer."""
    year = year_of(library)
    shelves = tuple(_shelves(offers(library)))
    return DownloadsView(
        tuple(
            (use, tuple(shelf for shelf in shelves if shelf.use is use))
            for use in dict.fromkeys(shelf.use for shelf in shelves)
        ),
        (addresses.LEDGER, addresses.MATRIX),
        addresses.ROLES,
        has_year=year is not None,
        has_meetings=year is not None and year.meeting is not None,
        how=Address(addresses.HANDBOOK.page, "calendar"),
    )


def _shelves(found: Iterable[Offer]) -> Iterator[DownloadGroup]:
    """The files by use and origin, one row a subject, in the order in which they are on offer."""
    shelves: dict[tuple[Use, Origin | None], dict[str, list[Offer]]] = {}
    for offer in found:
        origin = offer.about.origin if isinstance(offer.about, StudyGuide) else None
        rows = shelves.setdefault((offer.use, origin), {})
        rows.setdefault(offer.about.id if offer.about else "", []).append(offer)
    for (use, origin), rows in shelves.items():
        yield DownloadGroup(
            use, origin, tuple(DownloadRow(files[0].about, tuple(files)) for files in rows.values())
        )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.DOWNLOADS, "downloads.html", partial(view, library))
