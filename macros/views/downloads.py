"""The downloads: every file the site offers, with its format, its size and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from pathlib import PurePosixPath

from macros import addresses
from macros.addresses import Address
from macros.exports import library_json
from macros.guides.same import Same
from macros.library import Library
from macros.views import document
from macros.views.page import Page, SiteFile


class Use(StrEnum):
    """What a file is for."""

    TEXT = "text"
    LIBRARY = "library"
    SCHEMA = "schema"


@dataclass(frozen=True, slots=True)
class Offer:
    """One file; ``format`` is its suffix without the dot, ``size`` counts bytes."""

    use: Use
    address: Address
    name: str
    format: str
    size: int


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """What stands on the downloads page; ``tables`` offer what a reader has filtered."""

    offers: tuple[Offer, ...]
    tables: tuple[Address, ...]
    roles: Address


def _library(library: Library) -> Iterator[SiteFile]:
    yield SiteFile(addresses.LIBRARY_JSON, lambda: _exported(Same(library)))


@lru_cache(maxsize=1)
def _exported(same: Same) -> bytes:
    """Made once, though its size is asked for as well as its content."""
    return library_json.library_json(same.library).encode()


def _schema(_: Library) -> Iterator[SiteFile]:
    yield SiteFile(addresses.SCHEMA_JSON, lambda: library_json.schema_json().encode())


# In the order of the page; a new format is one line here and one in downloads.html.
OFFERS: tuple[tuple[Use, Callable[[Library], Iterator[SiteFile]]], ...] = (
    (Use.TEXT, document.files),
    (Use.LIBRARY, _library),
    (Use.SCHEMA, _schema),
)


def view(library: Library) -> DownloadsView:
    """The view of everything on offer."""
    return DownloadsView(
        tuple(_offer(use, file) for use, make in OFFERS for file in make(library)),
        (addresses.LEDGER, addresses.MATRIX),
        addresses.ROLES,
    )


def _offer(use: Use, file: SiteFile) -> Offer:
    path = PurePosixPath(file.address.page)
    return Offer(use, file.address, path.name, path.suffix.lstrip("."), len(file.content()))


def files(library: Library) -> Iterator[SiteFile]:
    """Every file on offer."""
    for _, make in OFFERS:
        yield from make(library)


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.DOWNLOADS, "downloads.html", partial(view, library))
