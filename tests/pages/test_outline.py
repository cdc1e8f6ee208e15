"""The outline of a page is read off its headings."""

from __future__ import annotations

from markupsafe import Markup

from macros.pages.outline import Heading, headings


def test_headings_with_an_id_are_found() -> None:
    """Headings of levels 2 and 3 count if they can be linked to; tags inside them do not show."""
    html = '<h1 id="a">A</h1><h2 id="b">B <span>2</span></h2><h3 class="x" id="c">C</h3><h2>D</h2>'
    assert headings(html) == (Heading(2, "b", Markup("B 2"), (Heading(3, "c", Markup("C")),)),)


def test_a_heading_stands_under_the_one_it_belongs_to() -> None:
    """One of level 3 stands under the last of level 2, or by itself if there is none yet."""
    html = "".join(
        f'<h{level} id="{id_}">{id_}</h{level}>' for level, id_ in ("3a", "2b", "3c", "3d", "2e")
    )
    assert [(h.id, [b.id for b in h.under]) for h in headings(html)] == [
        ("a", []),
        ("b", ["c", "d"]),
        ("e", []),
    ]


def test_a_heading_may_say_what_the_outline_calls_it() -> None:
    """``data-outline`` replaces the title; an empty one leaves the heading out."""
    html = '<h2 id="b" data-outline="short">long</h2><h2 id="c" data-outline="">no</h2>'
    assert headings(html) == (Heading(2, "b", Markup("short")),)


def test_escapes_stay_escaped() -> None:
    """The title is HTML without tags, so what was escaped stays so."""
    assert headings('<h2 id="b">a &lt; b</h2>') == (Heading(2, "b", Markup("a &lt; b")),)
