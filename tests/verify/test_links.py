"""Links that lead nowhere, pages that nobody reaches, and addresses of other hosts."""

from __future__ import annotations

import pytest

from macros.verify.links import numbers_beside
from tests.verify.conftest import Plot


@pytest.mark.parametrize(
    ("html", "code", "params"),
    [
        ('<a href="nowhere.html">x</a>', "V10", {"url": "nowhere.html"}),
        ('<a href="/cn24.html">x</a>', "V10", {"url": "/cn24.html"}),
        ('<a href="http://[broken">x</a>', "V10", {"url": "http://[broken"}),
        ('<img src="nowhere.png" alt="">', "V10", {"url": "nowhere.png"}),
        (
            '<a href="cn24/m18.html#m18c9">x</a>',
            "V11",
            {"url": "cn24/m18.html#m18c9", "id": "m18c9"},
        ),
        ('<a href="#nowhere">x</a>', "V11", {"url": "#nowhere", "id": "nowhere"}),
        (
            '<img src="https://example.org/x.png" alt="">',
            "V12",
            {"url": "https://example.org/x.png"},
        ),
        ('<img src="//example.org/x.png" alt="">', "V12", {"url": "//example.org/x.png"}),
        (
            '<img srcset="assets/clausebook/logo.svg 1x, https://example.org/x 2x" alt="">',
            "V12",
            {"url": "https://example.org/x"},
        ),
        (
            '<svg><use href="https://example.org/x.svg#i"/></svg>',
            "V12",
            {"url": "https://example.org/x.svg#i"},
        ),
        (
            '<link rel="preconnect" href="https://example.org">',
            "V12",
            {"url": "https://example.org"},
        ),
        ('<a href="ftp://example.org/x">x</a>', "V12", {"url": "ftp://example.org/x"}),
        ('<p id="content">x</p>', "V13", {"id": "content"}),
        ('<a href="cn24/m17.html">第18条</a>', "V26", {"url": "cn24/m17.html", "numbers": "18"}),
        (
            '<a href="cn24/m18.html#m18c1">第18条第2句</a>',
            "V26",
            {"url": "cn24/m18.html#m18c1", "numbers": "18 2"},
        ),
    ],
)
def test_a_link_astray(plot: Plot, html: str, code: str, params: dict[str, str]) -> None:
    """A link that leads nowhere, elsewhere or to another clause than it says is named."""
    plot.add(html)
    assert (plot.finding.code, plot.finding.location.file) == (code, "about.html")
    assert plot.finding.location.line > 0
    assert dict(plot.finding.params) == params


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">另一个网站</a>',
        '<a href="cn24/m18.html#m18c2">第18条第2句</a>',
        '<a href="cn24/m18.html#m18c2">第2句</a>',
        '<a href="matrix.html#part=p5">第五部分的矩阵</a>',
        '<a href="mailto:office@example.org">写信</a>',
        '<a href="data/library.json">资料</a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
    ],
)
def test_a_link_that_is_fine(plot: Plot, html: str) -> None:
    """A link to elsewhere asks nobody until it is followed; the state of a filter is no place."""
    plot.add(html)
    assert plot.findings == []


@pytest.mark.parametrize(
    "words",
    [
        "第10条 本办法自2026年9月1日起施行",
        "10 本办法自2026年9月1日…",
        "第十条 本办法自2026年9月1日起施行\n10\n本办法自2026…",
    ],
)
def test_numbers_of_a_title_are_no_citation(words: str) -> None:
    """An article without a heading is called by its first words, a date in them and all."""
    assert {*numbers_beside(["本办法自2026年9月1日起施行"], words)} == {10}


@pytest.mark.parametrize(
    ("path", "addition"),
    [
        ("assets/clausebook/clausebook.css", '@import "https://example.org/x.css";'),
        ("assets/clausebook/clausebook.css", "p { background: url(https://example.org/x.css) }"),
        ("assets/clausebook/frame.js", 'fetch("https://example.org/x.css");'),
    ],
    ids=["import", "url", "script"],
)
def test_v12_in_a_file_of_the_theme(plot: Plot, path: str, addition: str) -> None:
    """Style sheets and scripts of ours name no other host either."""
    plot.write(path, (plot.tree.folder / path).read_bytes() + addition.encode())
    assert (plot.finding.code, plot.finding.location.file) == ("V12", path)
    assert plot.finding.params == {"url": "https://example.org/x.css"}


def test_v10_in_a_style_sheet(plot: Plot) -> None:
    """A file that a style sheet asks for must be there."""
    path = "assets/clausebook/clausebook.css"
    addition = b"p { background: url('gone.svg') }"
    plot.write(path, (plot.tree.folder / path).read_bytes() + addition)
    assert (plot.finding.code, plot.finding.params) == ("V10", {"url": "gone.svg"})


def test_v25_a_page_that_nobody_reaches(plot: Plot) -> None:
    """A page to which no chain of links leads is as good as missing."""
    plot.write("lost.html", (plot.tree.folder / "about.html").read_bytes())
    assert (plot.finding.code, plot.finding.location.file) == ("V25", "lost.html")
