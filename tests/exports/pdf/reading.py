"""Reading a PDF back, with poppler and nothing of ours."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser.paper import poppler

# The margins of a document and of a working paper, above and below, in points.
WHOLE, WORKING = (104, 98), (70, 56)
_WIDTH, _HEIGHT = 596, 842


def bare(text: str) -> str:
    """``text`` without blanks and line ends, as pages are compared."""
    return re.sub(r"\s", "", text)


def pages(file: Path, margins: tuple[int, int] = WORKING) -> list[str]:
    """The words of each page as they were set, between its margins: no header and no number."""
    above, below = margins
    area = {"-x": 0, "-y": above, "-W": _WIDTH, "-H": _HEIGHT - above - below}
    options = [str(part) for option in area.items() for part in option]
    return [
        bare(page)
        for page in poppler("pdftotext", "-raw", *options, str(file), "-").split("\f")[:-1]
    ]


def facts(file: Path) -> dict[str, str]:
    """What the file says of itself, by the names that pdfinfo gives."""
    lines = poppler("pdfinfo", str(file)).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def fonts(file: Path) -> list[list[str]]:
    """Of each font: whether it is embedded, subset, and has its characters in Unicode."""
    lines = poppler("pdffonts", str(file)).splitlines()[2:]
    return [line.split()[-5:-2] for line in lines]


def structure(file: Path) -> list[str]:
    """The names of all structure elements, in order: H1, P, Table, TH."""
    said = poppler("pdfinfo", "-struct", str(file))
    return re.findall(r"^ *([A-Z]\w*)", said, re.MULTILINE)


def outline(file: Path) -> list[str]:
    """The bookmarks, in order."""
    said = poppler("pdftohtml", "-xml", "-i", "-stdout", str(file))
    return [bare(item) for item in re.findall(r'<item page="\d+">([^<]*)</item>', said)]
