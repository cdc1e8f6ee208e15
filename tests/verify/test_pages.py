"""What is left in a page and should not be, and pages of other data."""

from __future__ import annotations

import pytest

from tests.verify.conftest import Plot


@pytest.mark.parametrize(
    "html",
    [
        "<p>{{ policy_page }}</p>",
        "<p>{% if x %}</p>",
        "<p>标题 {: #text }</p>",
        "<p>这是**要点**</p>",
        "<p>## 要点</p>",
        "<p>见[第18条](m18.md)</p>",
        "<p>None</p>",
        "<p>Undefined</p>",
        "<p>&lt;built-in method&gt;</p>",
        "<p>甲 &amp;amp; 乙</p>",
        '<p title="{{ hint }}">提示</p>',
        "<p><b>甲</b>{{ tail }}</p>",
    ],
)
def test_v14_syntax_that_was_not_rendered(plot: Plot, html: str) -> None:
    """What Jinja or Markdown should have taken away, or escaped twice, is shown."""
    plot.add(html)
    assert (plot.finding.code, plot.finding.location.file) == ("V14", "about.html")
    assert plot.finding.params["text"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>写作 <code>{{ policy_page }}</code></p>",
        "<pre>## 标题\n**要点**</pre>",
        "<p>甲 &amp; 乙，5 * 3，（一）#1</p>",
        '<script type="application/json">{"a": {"b": {}}}</script>',
    ],
)
def test_what_only_looks_like_syntax(plot: Plot, html: str) -> None:
    """Syntax that is shown as an example is none."""
    plot.add(html)
    assert plot.findings == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<style>p { display: none }</style>", "style"),
        ('<p style="color: red">x</p>', "style"),
        ('<p onclick="alert(1)">x</p>', "onclick"),
        ('<a href=" JavaScript:alert(1)">x</a>', "JavaScript:alert(1)"),
        ('<iframe srcdoc="x"></iframe>', "iframe"),
        ('<meta http-equiv="refresh" content="0">', "refresh"),
    ],
)
def test_v18_code_inside_a_page(plot: Plot, html: str, text: str) -> None:
    """Whatever runs or restyles from inside a page is named: data is never code."""
    plot.add(html)
    assert (plot.finding.code, plot.finding.params) == ("V18", {"text": text})


def test_v17_a_page_of_other_data(plot: Plot) -> None:
    """A page that was made from other data than is there now is out of date."""
    version = plot.standard.version
    plot.change("cn24/m18.html", version, "0" * len(version))
    assert (plot.finding.code, plot.finding.location.file) == ("V17", "cn24/m18.html")
    assert plot.finding.params == {"version": version, "count": "1"}


def test_v20_bytes_that_are_no_text(plot: Plot) -> None:
    """A page that was cut in the middle of a character is broken."""
    page = (plot.tree.folder / "about.html").read_bytes()
    plot.write("about.html", page.rstrip() + "断".encode()[:2])
    assert (plot.finding.code, plot.finding.location.file) == ("V20", "about.html")
