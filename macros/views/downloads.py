"""The downloads: every file the site offers, with its format, its size and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import PurePosixPath

from macros import addresses
from macros.addresses import Address
from macros.exports import csv_, docx, library_json, xlsx
from macros.exports.titles import guide_name
from macros.guides.catalogue import catalogue
from macros.library import Library
from macros.model import Document
from macros.views import document
from macros.views.page import Page, SiteFile


class Use(StrEnum):
    """What a file is for."""

    WORKBOOK = "workbook"
    LEDGER = "ledger"
    MATRIX = "matrix"
    WHOLE = "whole"
    CARD = "card"
    GUIDE = "guide"
    TEXT = "text"
    LIBRARY = "library"
    SCHEMA = "schema"


@dataclass(frozen=True, slots=True)
class Offer:
    """One file; ``of`` names what it is about, or is "" for the whole library.

    ``format`` is the suffix of its ``name``, without the dot.
    """

    use: Use
    of: str
    file: SiteFile

    @property
    def address(self) -> Address:
        """Where it stands."""
        return self.file.address

    @property
    def name(self) -> str:
        """Its name, in ASCII."""
        return PurePosixPath(self.address.page).name

    @property
    def format(self) -> str:
        """The suffix of its name, without the dot."""
        return PurePosixPath(self.name).suffix.lstrip(".")

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.file.content())


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """What stands on the downloads page; ``tables`` offer what a reader has filtered."""

    offers: tuple[Offer, ...]
    tables: tuple[Address, ...]
    roles: Address

    @property
    def groups(self) -> tuple[tuple[Use, tuple[Offer, ...]], ...]:
        """The files by use, in the order of the page."""
        uses = dict.fromkeys(offer.use for offer in self.offers)
        return tuple((use, tuple(o for o in self.offers if o.use is use)) for use in uses)


# What makes the files of one use: of what, where they stand, and their content.
Maker = Callable[[Library], Iterator[tuple[str, Address, Callable[[], bytes]]]]


def _by_document(
    at: Callable[[Document], Address], make: Callable[[Library, Document], bytes]
) -> Maker:
    """One file a document."""

    def files(library: Library) -> Iterator[tuple[str, Address, Callable[[], bytes]]]:
        for one in library.documents:
            yield one.short_title, at(one), partial(make, library, one)

    return files


def _texts(library: Library) -> Iterator[tuple[str, Address, Callable[[], bytes]]]:
    for one, file in zip(library.documents, document.files(library), strict=True):
        yield one.short_title, file.address, file.content


def _wholes(library: Library) -> Iterator[tuple[str, Address, Callable[[], bytes]]]:
    for one in library.documents:
        at = addresses.of_document_docx(one)
        yield one.short_title, at, partial(docx.document_docx, library, one)


def _cards(library: Library) -> Iterator[tuple[str, Address, Callable[[], bytes]]]:
    for role in library.roles:
        if role.retired is None:
            yield role.label, addresses.of_card_docx(role), partial(docx.card_docx, library, role)


def _guides(library: Library) -> Iterator[tuple[str, Address, Callable[[], bytes]]]:
    for guide in catalogue(library):
        at = addresses.of_guide_docx(guide.id)
        yield guide_name(guide), at, partial(docx.guide_docx, library, guide)


def _library(library: Library) -> Iterator[tuple[str, Address, Callable[[], bytes]]]:
    yield "", addresses.LIBRARY_JSON, lambda: library_json.library_json(library).encode()


def _schema(_: Library) -> Iterator[tuple[str, Address, Callable[[], bytes]]]:
    yield "", addresses.SCHEMA_JSON, lambda: library_json.schema_json().encode()


# In the order of the page; a new format is one line here and one in files.html.
MAKERS: tuple[tuple[Use, Maker], ...] = (
    (Use.WORKBOOK, _by_document(addresses.of_workbook, xlsx.workbook)),
    (Use.LEDGER, _by_document(addresses.of_ledger_csv, csv_.ledger_csv)),
    (Use.MATRIX, _by_document(addresses.of_matrix_csv, csv_.matrix_csv)),
    (Use.WHOLE, _wholes),
    (Use.CARD, _cards),
    (Use.GUIDE, _guides),
    (Use.TEXT, _texts),
    (Use.LIBRARY, _library),
    (Use.SCHEMA, _schema),
)

# The offers of the library asked for last: their content is made once, for page and file.
_last: list[tuple[Library, tuple[Offer, ...]]] = []


def offers(library: Library) -> tuple[Offer, ...]:
    """Every file on offer, in the order of the page."""
    if not _last or _last[0][0] is not library:
        found = tuple(
            Offer(use, of, SiteFile(address, cache(content)))
            for use, make in MAKERS
            for of, address, content in make(library)
        )
        _last[:] = [(library, found)]
    return _last[0][1]


def beside(library: Library, *uses: Use) -> tuple[Offer, ...]:
    """The files of these uses, for the page that they belong to."""
    return tuple(offer for offer in offers(library) if offer.use in uses)


def view(library: Library) -> DownloadsView:
    """The view of everything on offer."""
    return DownloadsView(offers(library), (addresses.LEDGER, addresses.MATRIX), addresses.ROLES)


def files(library: Library) -> Iterator[SiteFile]:
    """Every file on offer."""
    for offer in offers(library):
        yield offer.file


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.DOWNLOADS, "downloads.html", partial(view, library))
