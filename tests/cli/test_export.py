"""``clausebook export``: each format, about a role, a part or a guide, and what it refuses."""

from __future__ import annotations

import csv
import shutil
from io import BytesIO, StringIO
from pathlib import Path

import icalendar
import pytest
from openpyxl import load_workbook

from macros.exports.anki import cards
from macros.exports.csv_ import ledger_csv, matrix_csv
from macros.exports.library_json import library_json
from macros.exports.xlsx import workbook
from tests.cli.shell import run
from tests.libraries import real
from tests.projects import CASES, REPOSITORY, project

YEAR = (CASES / "rules" / "C04-in-the-holidays" / "good" / "data" / "calendar.yml").read_bytes()


def _dated(folder: Path) -> Path:
    """Our own data, with a school year."""
    shutil.copytree(REPOSITORY / "data", folder / "data")
    (folder / "data" / "calendar.yml").write_bytes(YEAR)
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize("wanted", ["xlsx", "csv", "matrix-csv", "apkg", "json"])
def test_each_format_is_the_file_of_the_site(wanted: str, tmp_path: Path) -> None:
    """Without a scope the files are those on offer, a table a document; their sizes are said."""
    library = real()
    tables = {"xlsx": workbook, "csv": ledger_csv, "matrix-csv": matrix_csv}
    if wanted in tables:
        expected = {tables[wanted](library, document) for document in library.documents}
    else:
        expected = {cards(library) if wanted == "apkg" else library_json(library).encode()}
    ran = run("export", wanted, "--root", REPOSITORY, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert {path.read_bytes() for path in tmp_path.iterdir()} == expected
    assert all(str(len(content)) in ran.out for content in expected)


def test_its_own_name_in_the_current_folder(tmp_path: Path) -> None:
    """Without -o the file has an ASCII name and stands where one is."""
    ran = run("export", "csv", "--root", REPOSITORY, "--part", "p4", cwd=tmp_path)
    assert ran.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["clausebook-cn24-ledger-p4.csv"]
    assert "clausebook-cn24-ledger-p4.csv" in ran.out


def test_a_role(tmp_path: Path) -> None:
    """With --role, the ledgers hold the duties in which the role takes part, as in the whole."""
    run("export", "csv", "--root", REPOSITORY, "--role", "class-teachers", cwd=tmp_path)
    library = real()
    own = {found.duty.id for found, _ in library.duties_of_role("class-teachers")}
    told = set()
    for document in library.documents:
        rows = _rows(tmp_path / f"clausebook-{document.id}-ledger-class-teachers.csv")
        text = ledger_csv(library, document).decode("utf-8-sig")
        whole = csv.DictReader(StringIO(text, newline=""))
        assert rows == [row for row in whole if row["编号"] in own]
        told |= {row["编号"] for row in rows}
    assert told == own


def test_a_part(tmp_path: Path) -> None:
    """With --part, the workbook holds the measures of the part alone."""
    file = tmp_path / "part.xlsx"
    run("export", "xlsx", "--root", REPOSITORY, "--part", "p4", "-o", file)
    sheet = load_workbook(BytesIO(file.read_bytes()))["责任矩阵"]
    numbers = [row[1] for row in sheet.iter_rows(min_row=3, values_only=True)]
    assert numbers == [measure.number for measure in real().measures_of_part("p4")]


def test_a_guide_and_the_duties_as_calendars(tmp_path: Path) -> None:
    """Once the school year is stated, duties and meetings can be written."""
    root = _dated(tmp_path)
    for arguments in (("--guide", "first-reading"), ("--role", "party-secretary"), ()):
        ran = run("export", "ics", "--root", root, *arguments, "-o", tmp_path / "file.ics")
        assert (ran.code, ran.err) == (0, "")
        calendar = icalendar.Calendar.from_ical((tmp_path / "file.ics").read_bytes())
        assert calendar.walk("VEVENT")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["ics"], ["学年的起止", "data/calendar.yml"]),
        (["ics", "--guide", "first-reading"], ["第一次学习的时间"]),
        (
            ["ics", "--guide", "first-raeding"],
            ["导学", "“first-reading”"],
        ),
        (
            ["csv", "--role", "class-teacher"],
            ["角色", "“class-teachers”"],
        ),
        (["csv", "--part", "p9"], ["没有编号是“p9”的部分"]),
        (["csv", "--part", "p1", "--role", "students"], ["一次只能用一个"]),
        (["json", "--part", "p1"], ["json 不能用 --part"]),
        (["csv", "--guide", "first-reading"], ["csv 不能用 --guide"]),
        (["pdfx"], ["“格式”的值不对", "xlsx / csv"]),
        ([], ["还没有写“格式”，只能是"]),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said(typed: list[str], says: list[str], tmp_path: Path) -> None:
    """A Chinese sentence, exit code 2, and no file."""
    ran = run("export", *typed, *(["--root", str(REPOSITORY)] if typed else []), cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    for words in says:
        assert words in ran.err
    assert list(tmp_path.iterdir()) == []


def test_data_with_errors_is_not_exported(tmp_path: Path) -> None:
    """Findings are listed, exit code 1, no file."""
    root = project(tmp_path / "project", CASES / "rules" / "N11-role" / "bad")
    ran = run("export", "csv", "--root", root, "-o", tmp_path / "file.csv")
    assert ran.code == 1
    assert "N11" in ran.out
    assert "没有导出" in ran.err
    assert not (tmp_path / "file.csv").exists()
