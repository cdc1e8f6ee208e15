"""The outline of a page is read off its headings."""

from __future__ import annotations

from macros.pages.outline import Heading, headings


def test_headings_with_an_id_are_found() -> None:
    """Headings of levels 2 and 3 count if they can be linked to; tags inside them do not show."""
    html = '<h1 id="a">A</h1><h2 id="b">B <span>2</span></h2><h3 class="x" id="c">C</h3><h2>D</h2>'
    assert headings(html) == (Heading(2, "b", "B 2"), Heading(3, "c", "C"))


def test_a_heading_may_say_what_the_outline_calls_it() -> None:
    """``data-outline`` replaces the title; an empty one leaves the heading out."""
    html = '<h2 id="b" data-outline="short">long</h2><h2 id="c" data-outline="">no</h2>'
    assert headings(html) == (Heading(2, "b", "short"),)


def test_escapes_stay_escaped() -> None:
    """The title is HTML without tags, so what was escaped stays so."""
    assert headings('<h2 id="b">a &lt; b</h2>') == (Heading(2, "b", "a &lt; b"),)
