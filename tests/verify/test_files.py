"""Data files of the site that differ from the data."""

from __future__ import annotations

import json

import pytest

from tests.verify.conftest import Plot

LIBRARY = "data/library.json"
INDEX = "assets/clausebook/search/search-index.js"


def test_v21_the_source_for_download_differs(plot: Plot) -> None:
    """The text for download is the text of record, byte for byte; its first difference is named."""
    source = (plot.tree.folder / "data" / "cn24.txt").read_text("utf-8")
    at = source.index("培育建设") + 3
    plot.write("data/cn24.txt", (source[:at] + "没" + source[at + 1 :]).encode())
    assert (plot.finding.code, plot.finding.location.file) == ("V21", "data/cn24.txt")
    assert plot.finding.location.line == source.count("\n", 0, at) + 1
    assert plot.finding.params == {
        "position": str(at + 1),
        "found": "没 (U+6CA1)",
        "expected": "设 (U+8BBE)",
    }


def test_v21_line_ends_count(plot: Plot) -> None:
    """A copy with another kind of line ends is not the text of record."""
    path = plot.tree.folder / "data" / "cn24.txt"
    plot.write("data/cn24.txt", path.read_bytes().replace(b"\n", b"\r\n"))
    assert (plot.finding.code, plot.finding.params["found"]) == ("V21", "U+000D")


@pytest.mark.parametrize("path", [LIBRARY, INDEX], ids=["library", "index"])
def test_v01_in_a_file_for_programs(plot: Plot, path: str) -> None:
    """What other programs and the search read is held against the data as the pages are."""
    plot.change(path, "(加强思政育人特色学校培育建)设，", r"\1没，")
    assert (plot.finding.code, plot.finding.location.file) == ("V01", path)
    assert plot.finding.params["position"] == "14"


def test_v02_in_the_search_index(plot: Plot) -> None:
    """A title that the search shows is a title of the data."""
    plot.change(INDEX, '("id":"m18"[^}]*"title":"强化思想政)治', r"\1冶")
    assert (plot.finding.code, plot.finding.location.file) == ("V02", INDEX)


def test_v10_in_the_search_index(plot: Plot) -> None:
    """The search leads to no page that is not there."""
    plot.change(INDEX, '"at":"cn24/m18.html"', '"at":"cn24/m81.html"')
    assert (plot.finding.code, plot.finding.params) == ("V10", {"url": "cn24/m81.html"})


def test_v06_a_clause_that_programs_do_not_find(plot: Plot) -> None:
    """Every clause is in the library for programs."""
    content = json.loads((plot.tree.folder / LIBRARY).read_text("utf-8"))
    text = json.dumps(content, ensure_ascii=False).replace('"id": "m18c2"', '"id": "m18c9"')
    plot.write(LIBRARY, text.encode())
    assert (plot.finding.code, plot.finding.params) == ("V06", {"id": "m18c2"})


@pytest.mark.parametrize(
    ("path", "content"),
    [(LIBRARY, b"[" * 100_000), (INDEX, b'policySearch.take({"texts": ["')],
    ids=["nested without end", "cut off"],
)
def test_v20_a_file_that_is_no_json(plot: Plot, path: str, content: bytes) -> None:
    """Half a file is no JSON, nor is one that nobody could read to its end."""
    plot.write(path, content)
    assert (plot.finding.code, plot.finding.location.file) == ("V20", path)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("downloads/new.pdf", b"%PDF-1.7\n1 0 obj"),
        ("downloads/new.docx", b"PK\x03\x04"),
        ("downloads/new.xlsx", b""),
        ("downloads/new.csv", b""),
        ("downloads/new.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
    ],
)
def test_v20_half_a_download(plot: Plot, path: str, content: bytes) -> None:
    """A file to download that breaks off, or is empty, is damaged."""
    plot.write(path, content)
    assert (plot.finding.code, plot.finding.location.file) == ("V20", path)


def test_v20_a_download_with_a_wrong_byte(plot: Plot) -> None:
    """A file to download that is there from end to end cannot be unpacked for one wrong byte."""
    path = next(path for path in sorted(plot.tree.files) if path.endswith(".docx"))
    content = bytearray((plot.tree.folder / path).read_bytes())
    content[len(content) // 2] ^= 1
    plot.write(path, bytes(content))
    assert (plot.finding.code, plot.finding.location.file) == ("V20", path)
