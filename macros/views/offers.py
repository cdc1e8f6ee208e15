"""The files on offer, known from the library alone: what each is for, of what, and where it stands.

How a file is made is a matter of ``macros.exports.making``, so that a page can offer a file and
know nothing of its format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from macros.knowledge import Library, addresses, once
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import StudyGuide, catalogue
from macros.knowledge.school_year import year_of
from macros.model import Document, Role
from macros.system import fonts


class Use(StrEnum):
    """What a file is for; it may be had in several formats."""

    WHOLE = "whole"
    CARD = "card"
    GUIDE = "guide"
    POCKET = "pocket"
    WORKBOOK = "workbook"
    LEDGER = "ledger"
    MATRIX = "matrix"
    FLASHCARDS = "flashcards"
    CALENDAR = "calendar"
    MEETINGS = "meetings"
    TEXT = "text"
    LIBRARY = "library"
    SCHEMA = "schema"


# What a file is about; None is the whole library.
Subject = Document | Role | StudyGuide | None


@dataclass(frozen=True, slots=True)
class Offer:
    """One file."""

    use: Use
    about: Subject
    address: Address

    @property
    def name(self) -> str:
        """Its name, in ASCII."""
        return PurePosixPath(self.address.page).name

    @property
    def format(self) -> str:
        """The suffix of its name, without the dot."""
        return PurePosixPath(self.name).suffix.lstrip(".")


_Places = Callable[[Library], Iterator[tuple[Subject, Address]]]


def _documents(at: Callable[[Document], Address]) -> _Places:
    return lambda library: ((one, at(one)) for one in library.documents)


def _roles(at: Callable[[Role], Address]) -> _Places:
    return lambda library: ((one, at(one)) for one in library.roles if one.retired is None)


def _guides(at: Callable[[str], Address]) -> _Places:
    return lambda library: ((one, at(one.id)) for one in catalogue(library))


def _alone(at: Address) -> _Places:
    return lambda _: iter([(None, at)])


def _calendar(library: Library) -> Iterator[tuple[Subject, Address]]:
    if year_of(library):
        yield None, addresses.DUTIES_ICS


def _meetings(library: Library) -> Iterator[tuple[Subject, Address]]:
    """Those guides whose meetings fit into the school year."""
    year = year_of(library)
    for guide in catalogue(library) if year else ():
        if year and year.meetings(len(guide.course.meetings)):
            yield guide, addresses.of_meetings(guide.id)


def _set(places: _Places) -> _Places:
    """Files that are set in Chinese type: none where this machine has no font for them."""
    return lambda library: places(library) if fonts.available() else iter(())


# Every kind of file, in the order of the downloads page. A new one is a line here, a case in
# macros/exports/making/recipes.py, and words in overrides/fragments/files.html if its use or format
# is new.
_KINDS: tuple[tuple[Use, _Places], ...] = (
    (Use.WHOLE, _documents(addresses.of_document_docx)),
    (Use.WHOLE, _set(_documents(addresses.of_document_pdf))),
    (Use.CARD, _roles(addresses.of_card_docx)),
    (Use.CARD, _set(_roles(addresses.of_card_pdf))),
    (Use.GUIDE, _guides(addresses.of_guide_docx)),
    (Use.GUIDE, _set(_guides(addresses.of_guide_pdf))),
    (Use.POCKET, _alone(addresses.POCKET)),
    (Use.WORKBOOK, _documents(addresses.of_workbook)),
    (Use.LEDGER, _documents(addresses.of_ledger_csv)),
    (Use.MATRIX, _documents(addresses.of_matrix_csv)),
    (Use.FLASHCARDS, _alone(addresses.FLASHCARDS)),
    (Use.CALENDAR, _calendar),
    (Use.MEETINGS, _meetings),
    (Use.TEXT, _documents(addresses.of_source)),
    (Use.LIBRARY, _alone(addresses.LIBRARY_JSON)),
    (Use.SCHEMA, _alone(addresses.SCHEMA_JSON)),
)


@once
def offers(library: Library) -> tuple[Offer, ...]:
    """Every file on offer, in the order of the page."""
    return tuple(_made(library, _KINDS))


def of_use(library: Library, use: Use) -> tuple[Offer, ...]:
    """The files of one use; nothing is worked out for any other."""
    return tuple(_made(library, (kind for kind in _KINDS if kind[0] is use)))


def _made(library: Library, kinds: Iterable[tuple[Use, _Places]]) -> Iterator[Offer]:
    for use, places in kinds:
        yield from (Offer(use, about, address) for about, address in places(library))


def beside(library: Library, *uses: Use, about: Subject = None) -> tuple[Offer, ...]:
    """The files of these uses, for the page they belong to: all of them, or those ``about`` one."""
    return tuple(
        offer
        for offer in offers(library)
        if offer.use in uses and (about is None or offer.about is about)
    )


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and the version that it shows of what it holds."""

    content: bytes
    version: str
