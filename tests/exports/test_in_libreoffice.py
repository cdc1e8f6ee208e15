"""Office files as LibreOffice shows them: laid out in one start, and read from the pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.exports.xlsx import workbook
from macros.knowledge.guides.catalogue import catalogue
from tests.exports.word import card_docx, document_docx, guide_docx
from tests.libraries import cn24

pytestmark = pytest.mark.slow

VERSION = "[0-9a-f]{12}"


# How the words of each are read: a sheet cell by cell.
_ORDER: dict[str, list[str]] = {"whole": [], "card": [], "guide": [], "book": ["-raw"]}


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The pages of each file as LibreOffice lays them out, as text without blanks."""
    for tool, package in (("soffice", "libreoffice-writer"), ("pdftotext", "poppler-utils")):
        if shutil.which(tool) is None:
            pytest.fail(f"These tests need {tool}: apt-get install {package}")
    folder: Path = tmp_path_factory.mktemp("rendered")
    library = cn24()
    role = library.role("party-secretary")
    assert role is not None
    guide = next(guide for guide in catalogue(library) if guide.id == "teachers-meeting")
    files = {
        "whole.docx": document_docx(library, library.documents[0]),
        "card.docx": card_docx(library, role),
        "guide.docx": guide_docx(library, guide),
        "book.xlsx": workbook(library, library.documents[0]),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_pdf = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*to_pdf, *(str(folder / name) for name in files)],
        check=True,
        capture_output=True,
    )
    return {
        name: subprocess.run(
            ["pdftotext", *_ORDER[name], "-enc", "UTF-8", str(folder / f"{name}.pdf"), "-"],
            check=True,
            capture_output=True,
        )
        .stdout.decode("utf-8")
        .split("\f")[:-1]
        for name in _ORDER
    }


def test_each_page_is_headed_and_numbered(pages: dict[str, list[str]]) -> None:
    """Each page shows its number between dashes, and the version of its content."""
    for name in ("whole", "card", "guide"):
        for number, page in enumerate(pages[name], start=1):
            assert f"—{number}—" in _bare(page)
            assert re.search(f"内容版本{VERSION}", _bare(page))


def test_every_clause_can_be_read(pages: dict[str, list[str]]) -> None:
    """The text of every clause stands on the pages, heads and feet apart."""
    title = cn24().documents[0].facts.title.value
    furniture = rf"—\d+—|{title}内容版本{VERSION}|内容版本{VERSION}"
    text = "".join(re.sub(furniture, "", _bare(page)) for page in pages["whole"])
    text = text.replace(title or "", "")
    missing = [c.clause.id for c in cn24().clauses if _bare(c.clause.text) not in text]
    assert missing == []


def test_word_counts_the_tasks(pages: dict[str, list[str]]) -> None:
    """Tasks are numbered through, options lettered, and answers bear the numbers of tasks."""
    lines = [line.strip() for page in pages["guide"] for line in page.splitlines()]
    guide = next(guide for guide in catalogue(cn24()) if guide.id == "teachers-meeting")
    tasks = sum(len(step.questions) + len(step.items) for step in guide.course.steps)
    for number in range(1, tasks + 1):
        assert sum(bool(re.match(rf"{number}\.(\s|$)", line)) for line in lines) >= 2
    assert all(any(line.startswith(f"{letter}.") for line in lines) for letter in "ABCD")


def test_answers_and_the_sheet_are_on_pages_of_their_own(pages: dict[str, list[str]]) -> None:
    """The sheet to sign fits on one page, and the answers begin on the next."""
    bare = [_bare(page) for page in pages["guide"]]
    sheet = next(n for n, page in enumerate(bare) if "谈到的要点" in page)
    assert "会后要做的事" in bare[sheet]
    assert "先想，再看。" in bare[sheet + 1]
    assert "一起谈" not in bare[sheet]


def test_every_row_of_the_workbook_can_be_read(pages: dict[str, list[str]]) -> None:
    """What a duty asks and quotes stands on the printed ledger whole: no cell hides a line."""
    text = "".join(map(_bare, pages["book"]))
    for found in cn24().duties:
        assert _bare(found.duty.do) in text
        assert _bare(found.duty.quote) in text
