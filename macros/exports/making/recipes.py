"""How each file on offer is made: what is gathered for it, and which writer writes it down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar

from macros.exports import anki, csv_, docx, ics, pdf, xlsx
from macros.exports.library_json import library_json, schema_json
from macros.exports.pocket import pocket_html
from macros.knowledge import Library
from macros.knowledge.guides.catalogue import StudyGuide
from macros.knowledge.school_year import Year, year_of
from macros.model import Clause, Document, Measure, Record
from macros.views.offers import Subject, Use

T = TypeVar("T")

_DOCUMENT: dict[str, Any] = {"measures": (), "former_measures": (), "text": ""}
_MEASURE: dict[str, Any] = {
    "related": (),
    "questions": (),
    "former_questions": (),
    "former_clauses": (),
}


def bare(value: T) -> T:
    """``value`` with every document cut to its facts, every measure and clause to its own words.

    Tuples and frozen dataclasses are looked through; a duty that is shown is reached by itself and
    stays whole.
    """
    return _bare(value, {})  # type: ignore[no-any-return]


def _bare(value: Any, seen: dict[int, Any]) -> Any:
    """``seen`` holds what was cut already, by identity: views share most of what they show."""
    if isinstance(value, tuple):
        return tuple(_bare(each, seen) for each in value)
    if not isinstance(value, Record) and not is_dataclass(value):
        return value
    if id(value) not in seen:
        seen[id(value)] = _cut(value, seen)
    return seen[id(value)]


def _cut(value: Any, seen: dict[int, Any]) -> Any:
    match value:
        case Document():
            return value.model_copy(update=_DOCUMENT)
        case Measure():
            return value.model_copy(update={**_MEASURE, "clauses": _bare(value.clauses, seen)})
        case Clause():
            return value.model_copy(update={"duties": ()})
        case Record():
            return value
    return type(value)(
        **{each.name: _bare(getattr(value, each.name), seen) for each in fields(value)}
    )


@dataclass(frozen=True, slots=True)
class Maker:
    """How files of one use and format are made.

    ``gather`` is given the library and what the file is about; it returns all that the file will
    hold, as frozen values, but not the library itself unless the file holds everything. ``write``
    is given these and the version that the file shows of them; it must ask nothing else, neither
    clock nor disk, as its result is kept under the fingerprint of what was gathered. What else
    decides the bytes, such as the fonts of the machine, has to be gathered, too.
    """

    gather: Callable[[Library, Any], object]
    write: Callable[[Any, str], bytes]


def _shown(gather: Callable[[Library, Any], object], write: Callable[[Any, str], bytes]) -> Maker:
    """A file that rests on what a view shows."""
    return Maker(lambda library, about: bare(gather(library, about)), write)


def _everything(write: Callable[[Library], bytes]) -> Maker:
    """A file that rests on the whole library."""
    return Maker(lambda library, _: library, lambda library, _: write(library))


def _tables(write: Callable[[Library, Document], bytes]) -> Maker:
    """A file of tables: a document's measures, and the names of the whole library."""
    return Maker(
        lambda library, document: (library, library.documents.index(document)),
        lambda held, _: write(held[0], held[0].documents[held[1]]),
    )


def _set(template: str, gather: Callable[[Library, Any], Mapping[str, object]]) -> Maker:
    """A file that is set from what its template is given."""
    return Maker(
        lambda library, about: (gather(library, about), pdf.fonts_chosen()),
        lambda held, version: pdf.typeset(template, held[0], version),
    )


def _year(library: Library) -> Year:
    year = year_of(library)
    assert year is not None  # or no calendar is on offer
    return year


def _meetings(library: Library, guide: StudyGuide) -> object:
    return bare(guide), _year(library)


# By use and format.
_MAKERS: Mapping[tuple[Use, str], Maker] = {
    (Use.WHOLE, "docx"): _shown(lambda _, document: docx.text(document), docx.document_docx),
    (Use.CARD, "docx"): _shown(docx.duties, docx.card_docx),
    (Use.GUIDE, "docx"): _shown(docx.course, docx.guide_docx),
    (Use.WHOLE, "pdf"): _set("whole", pdf.whole),
    (Use.CARD, "pdf"): _set("card", pdf.card),
    (Use.GUIDE, "pdf"): _set("guide", pdf.guide),
    # It is a page of the site, too, and shows the version of all the data, as every page does.
    (Use.POCKET, "html"): Maker(
        lambda library, _: (library, library.version), lambda held, _: pocket_html(held[0])
    ),
    (Use.WORKBOOK, "xlsx"): _tables(xlsx.workbook),
    (Use.LEDGER, "csv"): _tables(csv_.ledger_csv),
    (Use.MATRIX, "csv"): _tables(csv_.matrix_csv),
    (Use.FLASHCARDS, "apkg"): _everything(anki.cards),
    (Use.CALENDAR, "ics"): _everything(lambda library: ics.duties_ics(library, _year(library))),
    (Use.MEETINGS, "ics"): Maker(_meetings, lambda held, _: ics.meetings_ics(*held)),
    (Use.TEXT, "txt"): Maker(lambda _, document: document.text, lambda text, _: text.encode()),
    (Use.LIBRARY, "json"): _everything(lambda library: library_json(library).encode()),
    (Use.SCHEMA, "json"): Maker(lambda *_: None, lambda *_: schema_json().encode()),
}


def gather(library: Library, use: Use, format_: str, about: Subject) -> object:
    """All that a file will hold."""
    return _MAKERS[use, format_].gather(library, about)


def write(use: Use, format_: str, gathered: object, version: str) -> bytes:
    """What was gathered, as a file that shows ``version``."""
    return _MAKERS[use, format_].write(gathered, version)


def first_format(use: Use) -> str:
    """The format of a use that stands first."""
    return next(format_ for known, format_ in _MAKERS if known is use)
