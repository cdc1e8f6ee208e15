"""The frame around a page: main menu, breadcrumbs, list beside the text, neighbours, footer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Document
from macros.views.parts.beside import Beside


@dataclass(frozen=True, slots=True)
class Stop:
    """A page named in the frame, by its title as safe HTML."""

    address: Address
    title: Markup


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around one page.

    ``trail`` are the pages above it, outermost first, without the home page. ``chapters`` are the
    pages of the hand-written chapter it belongs to. ``edit`` is the URL where its data can be
    changed, or "". ``texts`` are the documents by the address of their text; ``concerned`` are
    those the page speaks of. ``version`` is the build's data version, ``site`` its name. A ``wide``
    page has no list beside it; ``of`` is what the document of one that belongs to a later document
    is called, or "".
    """

    here: Stop
    menu: tuple[Address, ...]
    trail: tuple[Stop, ...]
    beside: Beside | None
    chapters: tuple[Stop, ...]
    previous: Stop | None
    following: Stop | None
    edit: str
    texts: Mapping[Address, Document]
    concerned: tuple[Document, ...]
    version: str
    site: str
    wide: bool
    of: str

    @property
    def changes(self) -> Address:
        """Where readers see what changed in the data."""
        return addresses.CHANGES

    def within(self, address: Address) -> bool:
        """Whether ``address`` is this page or above it."""
        above = {stop.address.page for stop in self.trail}
        return address.page == self.here.address.page or address.page in above


def menu(documents: tuple[Document, ...]) -> tuple[Address, ...]:
    """The pages of the main menu, in its order; samples are found from the home page."""
    return (
        addresses.HOME,
        *(addresses.of_document(document) for document in documents if not document.sample),
        addresses.MATRIX,
        addresses.LEDGER,
        addresses.CALENDAR,
        addresses.ROLES,
        addresses.MECHANISMS,
        addresses.TERMS,
        addresses.THEMES,
        addresses.STUDY,
        addresses.DOWNLOADS,
        addresses.HANDBOOK,
        addresses.ABOUT,
    )


@dataclass(frozen=True, slots=True)
class SearchBox:
    """``examples`` are queries to try; ``terms`` and ``documents`` can be read without a search."""

    examples: tuple[str, ...]
    terms: Address
    documents: tuple[tuple[Document, Address], ...]


def view(library: Library) -> SearchBox:
    """The search box of a library."""
    return SearchBox(
        library.search_words.examples,
        addresses.TERMS,
        tuple((document, addresses.of_document(document)) for document in library.documents),
    )
