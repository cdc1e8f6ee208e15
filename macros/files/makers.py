"""The bytes of a file on offer: which maker makes what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from macros.exports import anki, csv_, docx, ics, pdf, xlsx
from macros.exports.library_json import library_json, schema_json
from macros.exports.pocket import pocket_html
from macros.guides.catalogue import StudyGuide
from macros.library import Library
from macros.model import Document
from macros.offers import Offer, Use
from macros.year import Year, year_of


def _year(library: Library) -> Year:
    year = year_of(library)
    assert year is not None  # or no calendar is on offer
    return year


def _cards(library: Library, _: None) -> bytes:
    return anki.cards(library)


def _pocket(library: Library, _: None) -> bytes:
    return pocket_html(library)


def _calendar(library: Library, _: None) -> bytes:
    return ics.duties_ics(library, _year(library))


def _meetings(library: Library, guide: StudyGuide) -> bytes:
    return ics.meetings_ics(guide, _year(library))


def _text(_: Library, document: Document) -> bytes:
    return document.text.encode("utf-8")


def _library(library: Library, _: None) -> bytes:
    return library_json(library).encode("utf-8")


def _schema(_: Library, __: None) -> bytes:
    return schema_json().encode("utf-8")


# By use and format; each is given the library and what the file is about.
_MAKERS: Mapping[tuple[Use, str], Callable[[Library, Any], bytes]] = {
    (Use.WHOLE, "docx"): docx.document_docx,
    (Use.CARD, "docx"): docx.card_docx,
    (Use.GUIDE, "docx"): docx.guide_docx,
    (Use.WHOLE, "pdf"): pdf.document_pdf,
    (Use.CARD, "pdf"): pdf.card_pdf,
    (Use.GUIDE, "pdf"): pdf.guide_pdf,
    (Use.POCKET, "html"): _pocket,
    (Use.WORKBOOK, "xlsx"): xlsx.workbook,
    (Use.LEDGER, "csv"): csv_.ledger_csv,
    (Use.MATRIX, "csv"): csv_.matrix_csv,
    (Use.FLASHCARDS, "apkg"): _cards,
    (Use.CALENDAR, "ics"): _calendar,
    (Use.MEETINGS, "ics"): _meetings,
    (Use.TEXT, "txt"): _text,
    (Use.LIBRARY, "json"): _library,
    (Use.SCHEMA, "json"): _schema,
}


def make(library: Library, offer: Offer) -> bytes:
    """The content of ``offer``, which is one of ``library``.

    Raises ``xlsx.TooLongError`` if a text does not fit into a cell.
    """
    return _MAKERS[offer.use, offer.format](library, offer.about)
