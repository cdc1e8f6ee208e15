"""The workbook, read back by another library."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from functools import cache
from io import BytesIO
from math import ceil
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from macros.exports import tables
from macros.exports.tables import Table
from macros.exports.xlsx import LONGEST, TooLongError, workbook
from macros.knowledge import Library
from macros.knowledge.matrix import matrix
from macros.model import Degree
from tests.data.strategies import TEXT
from tests.exports import hostile
from tests.libraries import cn24, law, real
from tests.projects import REPOSITORY

DOCUMENT = cn24().documents[0]
NAMES = ["图例", "责任矩阵", "任务台账", "机制", "术语"]
DEGREES = dict(zip(Degree, "牵总共配督知象", strict=True))
BASES = {"stated": "明", "inferred": "推"}


def _opened(library: Library) -> Any:
    return load_workbook(BytesIO(workbook(library, library.documents[0])))


@cache
def _ours() -> Any:
    return _opened(cn24())


def _texts(sheet: Any, width: int | None = None, first: int = 1) -> list[tuple[str, ...]]:
    """The cells as text, row by row; an empty one is ""."""
    return [
        tuple("" if value is None else str(value) for value in row[:width])
        for row in sheet.iter_rows(min_row=first, values_only=True)
    ]


def _told(table: Table) -> list[tuple[str, ...]]:
    return [table.heads, *(tuple(map(str, row)) for row in table.rows)]


def test_the_sheets() -> None:
    """The legend comes first, the matrix is what opens, then ledger, mechanisms and terms."""
    book = _ours()
    assert book.sheetnames == NAMES
    assert book.active.title == "责任矩阵"


def test_the_ledger_is_that_of_the_data() -> None:
    """Each duty has its row, with every column of the table, and four empty ones behind it."""
    table = tables.ledger(cn24(), DOCUMENT)
    sheet = _ours()["任务台账"]
    assert _texts(sheet, len(table.heads)) == _told(table)
    heads, *rows = _texts(sheet)
    assert heads[len(table.heads) :] == ("责任人", "完成时限", "状态", "佐证")
    assert {row[len(table.heads) :] for row in rows} == {("", "", "", "")}


@pytest.mark.parametrize(("name", "made"), [("机制", tables.mechanisms), ("术语", tables.terms)])
def test_the_registries_are_those_of_the_data(name: str, made: Any) -> None:
    """Each mechanism and each term has its row."""
    assert _texts(_ours()[name]) == _told(made(cn24()))


def test_the_registries_hold_what_the_records_say() -> None:
    """Name, definition and source of each term are its record's, and every clause naming it."""
    library = cn24()
    heads, *rows = _texts(_ours()["术语"])
    for values, term in zip(rows, library.terms, strict=True):
        row = dict(zip(heads, values, strict=True))
        assert (row["编号"], row["名称"]) == (term.id, term.label)
        assert row["释义"] == (term.definition.text if term.definition else "")
        named = {mention.context.clause.id for mention in library.mentions(term.id)}
        assert len([part for part in row["提到的条款"].split("；") if part]) == len(named)


def test_the_matrix_is_that_of_the_data() -> None:
    """Each filled crossing has its mark, each other is empty, under the right role."""
    library = cn24()
    whole = matrix(library)
    labels = {role.label: role.id for role in whole.roles}
    heads, *rows = _texts(_ours()["责任矩阵"], first=2)
    found = {
        (measure.id, labels[head]): value
        for measure, row in zip(whole.measures, rows, strict=True)
        for head, value in zip(heads[4:], row[4:], strict=True)
        if value
    }
    assert found == {
        at: DEGREES[cell.degree] + BASES[cell.basis] for at, cell in whole.cells.items()
    }
    assert [(int(row[1]), row[2]) for row in rows] == [(m.number, m.title) for m in whole.measures]


def test_a_school_can_fill_it_in() -> None:
    """The state is chosen from a list and the deadline is a date, on every row and no other."""
    sheet = _ours()["任务台账"]
    rules = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert rules["list"].formula1 == '"未开始,进行中,已完成,不适用"'
    last = len(cn24().duties) + 1
    heads = [cell.value for cell in sheet[1]]
    for kind, head in (("list", "状态"), ("date", "完成时限")):
        letter = sheet.cell(1, heads.index(head) + 1).column_letter
        assert str(rules[kind].sqref) == f"{letter}2:{letter}{last}"
        assert rules[kind].showErrorMessage


def test_it_is_ready_for_the_screen_and_for_paper() -> None:
    """Heads stay and are repeated, lists can be filtered, every sheet is as wide as its paper."""
    book = _ours()
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.freeze_panes
        assert sheet.print_title_rows
    assert book["责任矩阵"].page_setup.paperSize == 8
    assert book["责任矩阵"].print_title_cols == "$A:$D"
    assert book["任务台账"].auto_filter.ref == f"A1:T{len(cn24().duties) + 1}"
    for name in ("责任矩阵", "机制", "术语"):
        assert book[name].auto_filter.ref


def test_every_row_is_as_high_as_its_lines() -> None:
    """The ledger is on A3, and a row of more lines than one is higher than a row of one."""
    sheet = _ours()["任务台账"]
    assert sheet.page_setup.paperSize == 8
    for at, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), start=2):
        wide = sum(sign > "\u2e80" for sign in str(row[5]))
        assert sheet.row_dimensions[at].height >= 13 * max(1, ceil(2 * wide / 42)) + 2


def test_the_legend_has_every_mark() -> None:
    """Each mark of a degree and of a basis stands in the legend with its meaning."""
    rows = _texts(_ours()["图例"])
    assert {*DEGREES.values(), *BASES.values()} <= {row[0] for row in rows}
    assert all(all(row) for row in rows)


def test_no_cell_is_a_formula_or_a_link() -> None:
    """Texts that look like formulas, links, numbers or dates stay the texts they are."""
    library = hostile.library(*hostile.TEXTS)
    book = _opened(library)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                assert cell.hyperlink is None
                assert cell.data_type == "s" or cell.value is None or isinstance(cell.value, int)
    heads, *rows = _texts(book["任务台账"])
    assert [row[heads.index("任务")] for row in rows] == list(hostile.TEXTS)
    assert [row[1] for row in _texts(book["术语"])[1:]] == list(hostile.TEXTS)


@settings(max_examples=30)
@given(st.lists(TEXT, min_size=1, max_size=3))
def test_any_text_reads_back(texts: list[str]) -> None:
    """Whatever a file of the library can hold stands in the workbook, code point by code point."""
    book = _opened(hostile.library(*texts))
    assert [row[1] for row in _texts(book["术语"])[1:]] == texts


@law
def test_any_library_makes_a_workbook(library: Library) -> None:
    """No library leads to a workbook that another library cannot read, or that lacks a duty."""
    document = library.documents[0]
    book = load_workbook(BytesIO(workbook(library, document)))
    table = tables.ledger(library, document)
    assert _texts(book["任务台账"], len(table.heads)) == _told(table)


@pytest.mark.parametrize("text", ["文" * (LONGEST + 1), "𠮷" * (LONGEST // 2 + 1)])
def test_a_text_that_no_cell_holds_is_refused(text: str) -> None:
    """Nothing is cut: a text longer than Excel's cells stops the export, and says which."""
    library = Library(
        documents=hostile.library("x").documents,
        terms=(hostile.library("x").terms[0].model_copy(update={"label": text}),),
    )
    with pytest.raises(TooLongError, match=text[:5]):
        workbook(library, library.documents[0])


def test_the_longest_text_is_whole() -> None:
    """A text of just the length that a cell can hold is there in full."""
    text = "文" * LONGEST
    library = hostile.library("x")
    term = library.terms[0].model_copy(update={"label": text})
    book = _opened(Library(documents=library.documents, roles=library.roles, terms=(term,)))
    assert book["术语"]["B2"].value == text


def test_the_bytes_do_not_depend_on_the_process() -> None:
    """Two processes with different hash seeds, locales and time zones write the same file."""
    program = (
        "import sys;from pathlib import Path;from macros.data import load;"
        "from macros.exports.xlsx import workbook;library=load(Path('.')).library;"
        "sys.stdout.buffer.write(workbook(library,library.documents[0]))"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Shanghai"))
    )
    assert first == second
    assert first == workbook(real(), DOCUMENT)
    properties = load_workbook(BytesIO(first)).properties
    assert properties.created == properties.modified == datetime(2000, 1, 1)
