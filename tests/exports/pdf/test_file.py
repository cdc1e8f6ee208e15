"""What every PDF is, whatever stands in it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exports.pdf import reading
from tests.projects import REPOSITORY

KINDS = ("whole", "card", "guide")


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_an_accessible_a4_file_with_a_title(files: Path, kind: str) -> None:
    """Tagged as PDF/UA-1, on A4, with a title, without scripts, forms or a date."""
    file = files / f"{kind}.pdf"
    facts = reading.facts(file)
    assert facts["Tagged"] == "yes"
    assert facts["Page size"].endswith("(A4)")
    assert facts["Title"]
    assert (facts["JavaScript"], facts["Form"]) == ("no", "none")
    assert "CreationDate" not in facts
    assert "ModDate" not in facts
    assert "<pdfuaid:part>1</pdfuaid:part>" in reading.poppler("pdfinfo", "-meta", str(file))


@pytest.mark.parametrize("kind", KINDS)
def test_fonts_come_along(files: Path, kind: str) -> None:
    """Every font is embedded, cut down to what is used, and knows its characters."""
    fonts = reading.fonts(files / f"{kind}.pdf")
    assert fonts
    assert all(font == ["yes", "yes", "yes"] for font in fonts)


@pytest.mark.parametrize("kind", KINDS)
def test_no_character_is_missing(files: Path, kind: str) -> None:
    """No page holds the sign for a character that could not be read back."""
    assert "\ufffd" not in "".join(reading.pages(files / f"{kind}.pdf"))


@pytest.mark.parametrize(
    ("kind", "elements"),
    [
        ("whole", {"H1", "H2", "TOC", "P"}),
        ("card", {"H1", "H2", "L", "LI", "Table", "TH", "TD"}),
        ("guide", {"H1", "H2", "H3", "L", "LI", "Table", "TH", "TD"}),
    ],
)
def test_headings_lists_and_tables_are_real(files: Path, kind: str, elements: set[str]) -> None:
    """Headings, lists, tables and their heads are tagged as what they are, and bookmarked."""
    file = files / f"{kind}.pdf"
    assert elements <= set(reading.structure(file))
    assert reading.outline(file)


def test_the_same_bytes_everywhere(files: Path, tmp_path: Path) -> None:
    """A copy of the program in another folder, time zone and locale sets the same bytes."""
    shutil.copytree(REPOSITORY / "macros", tmp_path / "macros")
    script = (
        "import hashlib, pathlib, sys; from macros.data import load;"
        "from macros.exports.pdf import typeset, whole;"
        "library = load(pathlib.Path(sys.argv[1])).library;"
        "made = typeset('whole', whole(library, library.documents[0]), '0123456789ab');"
        "print(hashlib.sha256(made).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(REPOSITORY)],
        cwd=tmp_path,
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
        check=True,
        capture_output=True,
        text=True,
    )
    here = hashlib.sha256((files / "whole.pdf").read_bytes()).hexdigest()
    assert done.stdout.strip() == here
