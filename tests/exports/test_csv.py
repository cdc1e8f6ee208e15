"""The matrix and the ledger as CSV, read back."""

from __future__ import annotations

import csv
import re
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from macros.exports import tables
from macros.exports.csv_ import guarded, ledger_csv, matrix_csv, written
from macros.exports.tables import Table
from macros.knowledge.matrix import matrix
from macros.model import Degree
from tests.exports import hostile
from tests.libraries import cn24
from tests.projects import REPOSITORY

DOCUMENT = cn24().documents[0]
SHORT = {"stated": "明", "inferred": "推"}
NAMES = {
    Degree.LEAD: "牵头",
    Degree.ANSWER: "负总责",
    Degree.JOINT: "共同负责",
    Degree.SUPPORT: "配合",
    Degree.SUPERVISE: "监督",
    Degree.INFORM: "报告或知会",
    Degree.TARGET: "对象",
}


def _read(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_ledger_has_every_duty_with_its_parties() -> None:
    """One row a duty: its words, and under each degree exactly the roles that have it."""
    library = cn24()
    heads, *rows = _read(ledger_csv(library, DOCUMENT))
    assert [row[0] for row in rows] == [found.duty.id for found in library.duties]
    for values, found in zip(rows, library.duties, strict=True):
        row = dict(zip(heads, values, strict=True))
        assert (row["任务"], row["原文"]) == (found.duty.do, found.duty.quote)
        assert row["措施"] == found.measure.title
        for degree, name in NAMES.items():
            parties = [
                f"{role.label}（{SHORT[who.basis]}）"
                for who in found.duty.who
                if who.degree is degree and (role := library.role(who.role))
            ]
            told = [part for part in row[name].split("；") if part and not part.startswith("无：")]
            assert told == parties
        carried = [library.mechanism(use.mechanism) for use in found.duty.mechanisms]
        assert [one.label for one in carried if one] == re.findall(
            r"(.+?)（[明推]）(?:；|$)", row["机制"]
        )
        assert row["记录"].count("（") >= len(found.duty.records)
        assert row["节奏"].endswith(f"（{SHORT[found.duty.when.basis]}）")


def test_the_matrix_has_every_cell() -> None:
    """Every filled crossing is a filled cell with its degree and basis, and no other is."""
    library = cn24()
    heads, *rows = _read(matrix_csv(library, DOCUMENT))
    whole = matrix(library)
    labels = {role.label: role.id for role in whole.roles}
    assert len(labels) == len(whole.roles)
    found = {
        (measure.id, labels[head]): value
        for measure, values in zip(whole.measures, rows, strict=True)
        for head, value in zip(heads[4:], values[4:], strict=True)
        if value
    }
    assert found == {
        at: f"{NAMES[cell.degree]}（{SHORT[cell.basis]}）" for at, cell in whole.cells.items()
    }
    counts = [(int(row[1]), row[2], int(row[3])) for row in rows]
    assert counts == [
        (m.number, m.title, len(library.duties_of_measure(m.id))) for m in whole.measures
    ]


def test_no_cell_is_a_formula() -> None:
    """Whatever the data says, no field begins as a formula would, and nothing else is altered."""
    library = hostile.library(*hostile.TEXTS)
    heads, *rows = _read(ledger_csv(library, library.documents[0]))
    assert not [v for row in (heads, *rows) for v in row if v[:1] in tuple("=+-@＝＋－＠\t\r")]
    at = heads.index("任务")
    assert [row[at] for row in rows] == [guarded(text) for text in hostile.TEXTS]
    heads, *rows = _read(matrix_csv(library, library.documents[0]))
    assert not [v for row in (heads, *rows) for v in row if v[:1] in tuple("=+-@＝＋－＠\t\r")]


def test_the_browser_has_the_same_rule() -> None:
    """What the browser's download guards is what is guarded here."""
    script = (REPOSITORY / "overrides/assets/clausebook/download.js").read_text(encoding="utf-8")
    assert r"/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text)" in script


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_any_text_reads_back(rows: list[list[str]]) -> None:
    """Any text at all stands in its cell as it was, but for the guard."""
    table = Table(("a", "b"), tuple(tuple(row) for row in rows))
    read = _read(written(table))[1:]
    assert read == [[guarded(value) for value in row] for row in rows]
    assert [
        [v.removeprefix("'") if v != o else v for v, o in zip(r, row, strict=True)]
        for r, row in zip(read, rows, strict=True)
    ] == rows


def test_every_row_is_as_wide_as_its_heads() -> None:
    """No table has a row that is too short or too long."""
    library = cn24()
    for table in (
        tables.responsibilities(library, DOCUMENT),
        tables.ledger(library, DOCUMENT),
        tables.mechanisms(library),
        tables.terms(library),
    ):
        assert {len(row) for row in table.rows} == {len(table.heads)}
