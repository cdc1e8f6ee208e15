"""A document's matrix and ledger, with mechanisms and terms, as one Excel workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import groupby
from math import ceil
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter

from macros.exports import tables
from macros.exports.tables import Table
from macros.knowledge import Library
from macros.knowledge.matrix import Matrix
from macros.model import Basis, Degree, Document
from macros.words import catalogue
from macros.words.files import say
from macros.words.vocabulary import word

# Excel's own limit, in UTF-16 code units.
LONGEST = 32_767
# So much of a text is enough to find it.
_NAMED = 40
# Of the columns that a school fills in.
FILLED = ("person", "deadline", "state", "evidence")
STATES = ("open", "going", "done", "void")

# The file says nothing about the day it was made.
_CREATED = datetime(2000, 1, 1)
_EARLIEST = date(2000, 1, 1)
_A4, _A3 = 9, 8
_TALLEST = 400
# How Unicode marks signs as wide as a Chinese character, or that a Chinese font shows as wide.
_WIDE = "WFA"
# Of a line, and of a row around its lines, in points.
_LINE, _PADDING = 13, 3
# Of a row of the matrix, at least.
_ROW = 18
# Widths of columns, in characters of a digit.
_PARTIES = 16
_LEDGER = (8, 13, 18, 18, 30, 42, *(_PARTIES for _ in Degree), 14, 20, 20, 12, 12, 10, 20)
_MECHANISMS = (20, 24, 20, 10, 46, 10, 30, 9, 24, 30, 16)
_TERMS = (20, 24, 20, 46, 10, 30, 9, 36, 16)
_MATRIX = (12, 5, 34, 7)
_LEGEND = (10, 14, 80)
_MARK = {"align": "center", "valign": "vcenter"}
_HEAD = {**_MARK, "bold": True, "bg_color": "#F2E6E4"}
_UPRIGHT = {**_HEAD, "rotation": 270, "text_wrap": False}
_STATED = {**_MARK, "bold": True, "bg_color": "#F7DAD6"}
_INFERRED = {**_MARK, "italic": True}


class TooLongError(ValueError):
    """A text that no cell of a workbook can hold; never cut, so that nothing is lost unseen."""

    def __init__(self, text: str) -> None:
        """Name the text by its beginning; the message is the sentence that says so."""
        super().__init__(catalogue.say("export.too-long", text=text[:_NAMED]))


def workbook(library: Library, document: Document) -> bytes:
    """The workbook: legend, matrix, ledger, mechanisms, terms; same library, same bytes.

    Raises TooLongError for a text that Excel cannot hold.
    """
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": document.short_title, "created": _CREATED})
        sheets = _Sheets(book)
        sheets.listed("legend", _legend(document), _LEGEND)
        sheets.crossed(tables.crossed(library, document), library)
        sheets.ledger(tables.ledger(library, document))
        sheets.listed("mechanisms", tables.mechanisms(library), _MECHANISMS, filtered=True)
        sheets.listed("terms", tables.terms(library), _TERMS, filtered=True)
    return made.getvalue()


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: dict[str, Any] = {}

    def listed(
        self,
        name: str,
        table: Table,
        widths: Sequence[int],
        *,
        filtered: bool = False,
        paper: int = _A4,
    ) -> Any:
        """A sheet with one table: heads that stay, on paper across, each page with its heads."""
        sheet = self._sheet(name, paper)
        plain = self._format({})
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._row(sheet, 0, 0, table.heads, self._format(_HEAD))
        for at, row in enumerate(table.rows, start=1):
            self._row(sheet, at, 0, row, plain)
            sheet.set_row(at, _height(row, widths))
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)
        if filtered:
            sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
        return sheet

    def ledger(self, table: Table) -> None:
        """The ledger, with empty columns behind it for the school to fill in."""
        heads = (*table.heads, *(say(f"head.{name}") for name in FILLED))
        rows = tuple((*row, *("" for _ in FILLED)) for row in table.rows)
        sheet = self.listed("ledger", Table(heads, rows), _LEDGER, filtered=True, paper=_A3)
        if not rows:
            return
        for name, rule in (("deadline", _by_date()), ("state", _by_choice())):
            column = len(table.heads) + FILLED.index(name)
            sheet.data_validation(1, column, len(rows), column, rule)
        column = len(table.heads) + FILLED.index("deadline")
        for at in range(1, len(rows) + 1):
            sheet.write_blank(at, column, None, self._format({"num_format": "yyyy-mm-dd"}))

    def crossed(self, found: Matrix, library: Library) -> None:
        """The matrix, on A3 across: kinds of role, roles from top to bottom, a mark a cell."""
        sheet = self._sheet("matrix", _A3)
        head, number = self._format(_HEAD), self._format(_MARK)
        text = self._format({"valign": "vcenter"})
        marks = {Basis.STATED: self._format(_STATED), Basis.INFERRED: self._format(_INFERRED)}
        own = tuple(say(f"head.{name}") for name in ("part", "number", "measure", "duties"))
        for column, width in enumerate(_MATRIX):
            sheet.set_column(column, column, width)
        self._row(sheet, 0, 0, ("",) * len(own), head)
        self._kinds(sheet, found, len(own), head)
        self._row(sheet, 1, 0, own, head)
        upright = self._format(_UPRIGHT)
        labels = tuple(role.label for role in found.roles)
        self._row(sheet, 1, len(own), labels, upright)
        sheet.set_row(1, min(_TALLEST, 14 * max(map(len, ("", *labels))) + 20))
        if labels:
            sheet.set_column(len(own), len(own) + len(labels) - 1, 4.5)
        for at, measure in enumerate(found.measures, start=2):
            part = library.part(measure.part)
            duties = len(library.duties_of_measure(measure.id))
            name = part.short if part else ""
            about: tuple[str | int, ...] = (name, measure.number, measure.title, duties)
            for column, value in enumerate(about):
                self._row(sheet, at, column, (value,), number if isinstance(value, int) else text)
            sheet.set_row(at, max(_ROW, _height(about, _MATRIX)))
            for column, role in enumerate(found.roles, start=len(own)):
                cell = found.cells.get((measure.id, role.id))
                if cell:
                    self._text(sheet, at, column, _mark(cell.degree, cell.basis), marks[cell.basis])
                else:
                    sheet.write_blank(at, column, None, text)
        sheet.freeze_panes(2, len(own))
        sheet.repeat_rows(0, 1)
        sheet.repeat_columns(0, len(own) - 1)
        last = len(found.measures) + 1
        sheet.autofilter(1, 0, last, len(own) + len(labels) - 1)
        sheet.activate()

    def _kinds(self, sheet: Any, found: Matrix, column: int, traits: Any) -> None:
        """The kinds of roles, each over its columns."""
        for kind, group in groupby(found.roles, key=lambda role: role.kind):
            end = column + len(tuple(group))
            words = word(kind)
            if end - column > 1:
                sheet.merge_range(0, column, 0, end - 1, words, traits)
            else:
                self._text(sheet, 0, column, words, traits)
            column = end

    def _sheet(self, name: str, paper: int) -> Any:
        sheet = self._book.add_worksheet(say(f"sheet.{name}"))
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_header("&L&A")
        sheet.set_footer(f"&L{say('disclaimer')}&R{say('page')}")
        return sheet

    def _format(self, traits: dict[str, Any]) -> Any:
        """The format with these traits, made once."""
        key = repr(traits)
        if key not in self._formats:
            base = {"font_name": say("font"), "font_size": 10, "border": 1, "valign": "top"}
            self._formats[key] = self._book.add_format({**base, "text_wrap": True, **traits})
        return self._formats[key]

    def _row(
        self, sheet: Any, row: int, column: int, values: Sequence[str | int], traits: Any
    ) -> None:
        for at, value in enumerate(values, start=column):
            if isinstance(value, int):
                _check(sheet.write_number(row, at, value, traits), str(value))
            else:
                self._text(sheet, row, at, value, traits)

    def _text(self, sheet: Any, row: int, column: int, value: str, traits: Any) -> None:
        if len(value.encode("utf-16-le")) // 2 > LONGEST:
            raise TooLongError(value)
        if value:
            _check(sheet.write_string(row, column, value, traits), value)
        else:
            _check(sheet.write_blank(row, column, None, traits), value)


def _height(row: Sequence[str | int], widths: Sequence[int]) -> float:
    """Points that a row needs to show every line: not every program finds that out by itself."""
    lines = (
        ceil(sum(2 if east_asian_width(sign) in _WIDE else 1 for sign in str(value)) / width)
        for value, width in zip(row, widths, strict=True)
    )
    return min(_TALLEST, _LINE * max(1, *lines) + _PADDING)


def _mark(degree: Degree, basis: Basis) -> str:
    return word(degree, "short") + word(basis, "short")


def _legend(document: Document) -> Table:
    """What the marks mean, what the school fills in, where the content comes from."""
    heads = {name: say(f"head.{name}") for name in FILLED}
    degrees = (tuple(word(degree, form) for form in ("short", "word", "note")) for degree in Degree)
    bases = ((word(b, "short"), word(b), say(f"legend.{b}.note")) for b in Basis)
    return Table(
        tuple(say(f"head.{name}") for name in ("mark", "meaning", "note")),
        (
            *degrees,
            *bases,
            (say("legend.cell.mark"), say("legend.cell"), say("legend.cell.note")),
            (
                say("legend.fill.mark"),
                say("legend.fill"),
                say("legend.fill.note", **heads),
            ),
            (
                say("legend.source.mark"),
                document.short_title,
                say("legend.source.note", document=document.short_title),
            ),
        ),
    )


def _by_choice() -> dict[str, Any]:
    return {
        "validate": "list",
        "source": [say(f"state.{state}") for state in STATES],
        **_said("state"),
    }


def _by_date() -> dict[str, Any]:
    return {"validate": "date", "criteria": ">=", "value": _EARLIEST, **_said("deadline")}


def _said(name: str) -> dict[str, str]:
    return {
        "input_title": say(f"{name}.title"),
        "input_message": say(f"{name}.hint"),
        "error_title": say(f"{name}.title"),
        "error_message": say(f"{name}.wrong"),
    }


def _check(outcome: int, value: str) -> None:
    """Refuse to go on if the library left something out."""
    if outcome != 0:
        raise TooLongError(value)
