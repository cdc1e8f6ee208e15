"""Marking names and quotes never alters a clause."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from macros.knowledge.names import Span
from macros.views.parts import markup
from tests.libraries import real

TEXTS = st.text(min_size=1, max_size=30)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span], list[Span]]:
    """A text with names that do not overlap and quotes that may."""
    text = draw(TEXTS)
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    names = [
        Span(start, end, f"n{n}")
        for n, (start, end) in enumerate(pairwise(borders))
        if draw(st.booleans())
    ]
    point = st.integers(0, len(text))
    quotes = [
        Span(min(pair), max(pair), f"d{n}")
        for n, pair in enumerate(draw(st.lists(st.tuples(point, point), max_size=6)))
        if pair[0] != pair[1]
    ]
    return text, names, quotes


@given(marked())
def test_the_pieces_are_the_text(case: tuple[str, list[Span], list[Span]]) -> None:
    """All segments of all runs, put together, are the text, and none of them is empty."""
    text, names, quotes = case
    segments = [segment for run in markup.runs(text, names, quotes) for segment in run.segments]
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text for segment in segments)


@given(marked())
def test_a_name_is_one_run(case: tuple[str, list[Span], list[Span]]) -> None:
    """Each name is exactly one run, however many quotes begin or end inside it."""
    text, names, quotes = case
    named = {
        run.entry: "".join(segment.text for segment in run.segments)
        for run in markup.runs(text, names, quotes)
        if run.entry is not None
    }
    assert named == {span.entry: text[span.start : span.end] for span in names}


@given(marked())
def test_a_quote_is_the_sum_of_its_segments(case: tuple[str, list[Span], list[Span]]) -> None:
    """The segments that carry a duty's id, put together, are the words the duty quotes."""
    text, names, quotes = case
    segments = [segment for run in markup.runs(text, names, quotes) for segment in run.segments]
    for span in quotes:
        words = "".join(s.text for s in segments if span.entry in s.duties)
        assert words == text[span.start : span.end]


def test_quote_and_name_that_cross_are_cut_at_the_name() -> None:
    """A quote that ends inside a name is cut at the name's border, the name staying whole."""
    found = markup.runs("ABCDEF", [Span(2, 5, "term")], [Span(1, 4, "duty")])
    assert [(run.entry, [(s.text, s.duties) for s in run.segments]) for run in found] == [
        (None, [("A", ()), ("B", ("duty",))]),
        ("term", [("CD", ("duty",)), ("E", ())]),
        (None, [("F", ())]),
    ]


def test_names_are_marked_once() -> None:
    """Of an entry named several times, in one clause or in several, only the first is kept."""
    seen: set[str] = set()
    assert markup.first_names([Span(0, 1, "a"), Span(2, 3, "a")], seen) == (Span(0, 1, "a"),)
    assert markup.first_names([Span(0, 1, "a"), Span(1, 2, "b")], seen) == (Span(1, 2, "b"),)


def test_every_real_duty_has_its_words_marked() -> None:
    """In the library of this repository, each duty's quote is found in its clause."""
    for found in real().clauses:
        marked = {span.entry: span for span in markup.quotes(found.clause)}
        for duty in found.clause.duties:
            if duty.retired is None:
                span = marked[duty.id]
                assert found.clause.text[span.start : span.end] == duty.quote
