"""The document's text put together from its records, with the origin of every character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from macros.model import Document, Measure, Part
from macros.text.location import Location, Place, Steps
from macros.text.punctuation import has_words


class SegmentKind(StrEnum):
    """What a stretch of the text is.

    Marks and passages belong to no record: blanks, line ends and punctuation are marks; a passage
    has words, such as a preamble, a table of contents or the line with the date of issue.
    """

    MARK = "mark"
    PASSAGE = "passage"
    NUMERAL = "numeral"
    NUMBER = "number"
    TITLE = "title"
    CLAUSE = "clause"


# Values that hold more than one segment, or one segment many times.
_SHARED = ("opening", "closing", "part", "measure", "layout")


@dataclass(frozen=True, slots=True)
class TextSegment:
    """A stretch of the assembled text and what it comes from.

    ``start`` and ``end`` count code points of the whole text from 0. ``place`` and ``path`` lead to
    the value in the YAML file.
    """

    kind: SegmentKind
    text: str
    start: int
    place: Place
    path: Steps

    @property
    def end(self) -> int:
        """Behind the last code point."""
        return self.start + len(self.text)

    def at(self, offset: int) -> Location:
        """Where the code point at ``offset`` of the whole text was written.

        For a sign of the layout, that is its line as a whole, since a line serves many records.
        """
        if self.path[-1] in _SHARED:
            return self.place.at(*self.path)
        return self.place.at_character(offset - self.start, *self.path)


def assemble(document: Document) -> tuple[TextSegment, ...]:
    """The segments of ``document`` in order, as its layout puts them together.

    Measures stand in the order of their numbers. A part's heading stands before the first measure
    of that part or of a later one; a measure of an unknown part brings no heading.
    """
    return _in_a_row(_pieces(document))


def heading(document: Document, record: Part | Measure) -> tuple[TextSegment, ...]:
    """The segments of one part or measure, without the gap before it, counted from 0."""
    pieces = _part(document, record) if isinstance(record, Part) else _measure(document, record)
    return _in_a_row(islice(pieces, 1, None))


def _in_a_row(pieces: Iterable[_Piece]) -> tuple[TextSegment, ...]:
    segments: list[TextSegment] = []
    at = 0
    for kind, text, place, path in pieces:
        if text:
            segments.append(TextSegment(kind, text, at, place, path))
            at += len(text)
    return tuple(segments)


def text_of(segments: tuple[TextSegment, ...]) -> str:
    """The text that ``segments`` make together."""
    return "".join(segment.text for segment in segments)


def first_difference(one: str, other: str) -> int | None:
    """Where two texts first differ, in code points from 0; None if they are equal."""
    for at, (mine, yours) in enumerate(zip(one, other, strict=False)):
        if mine != yours:
            return at
    return None if len(one) == len(other) else min(len(one), len(other))


_Piece = tuple[SegmentKind, str, Place, Steps]


def _pieces(document: Document) -> Iterator[_Piece]:
    layout = document.layout
    yield _gap(layout.opening, layout.place, "opening")
    waiting = list(document.parts)
    for measure in document.measures:
        if any(part.id == measure.part for part in waiting):
            while waiting:
                part = waiting.pop(0)
                yield from _part(document, part)
                if part.id == measure.part:
                    break
        yield from _measure(document, measure)
    for part in waiting:
        yield from _part(document, part)
    yield _gap(layout.closing, layout.place, "closing")


def _gap(text: str, place: Place, name: str) -> _Piece:
    """What stands between records: a passage if it has words, else marks."""
    return SegmentKind.PASSAGE if has_words(text) else SegmentKind.MARK, text, place, (name,)


def _part(document: Document, part: Part) -> Iterator[_Piece]:
    yield _gap(part.before, part.place, "before")
    for literal, name in _steps(document.layout.part, part.layout, ("numeral", "title")):
        yield _literal(literal, SegmentKind.NUMERAL, document, part, "part")
        if name == "numeral":
            yield SegmentKind.NUMERAL, part.numeral, part.place, ("numeral",)
        elif name == "title":
            yield SegmentKind.TITLE, part.title, part.place, ("title",)


def _measure(document: Document, measure: Measure) -> Iterator[_Piece]:
    yield _gap(measure.before, measure.place, "before")
    names = ("number", "numeral", "title", "clauses")
    for literal, name in _steps(document.layout.measure, measure.layout, names):
        yield _literal(literal, SegmentKind.NUMBER, document, measure, "measure")
        if name == "number":
            yield SegmentKind.NUMBER, str(measure.number), measure.place, ("number",)
        elif name == "numeral":
            yield SegmentKind.NUMBER, measure.printed, measure.place, ("numeral",)
        elif name == "title":
            yield SegmentKind.TITLE, measure.title, measure.place, ("title",)
        elif name == "clauses":
            for clause in measure.clauses:
                yield _gap(clause.before, clause.place, "before")
                yield SegmentKind.CLAUSE, clause.text, clause.place, ("text",)


def _steps(usual: str, own: str | None, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each literal of a layout line with the placeholder behind it, or "" behind the last."""
    pieces = re.split(r"\{(" + "|".join(names) + r")\}", usual if own is None else own)
    for index in range(0, len(pieces) - 1, 2):
        yield pieces[index], pieces[index + 1]
    yield pieces[-1], ""


def _literal(
    text: str, kind: SegmentKind, document: Document, record: Part | Measure, usual: str
) -> _Piece:
    """Signs of a line that are the same for all: with letters, they belong to the number."""
    shown = kind if has_words(text) else SegmentKind.MARK
    if record.layout is None:
        return shown, text, document.layout.place, (usual,)
    return shown, text, record.place, ("layout",)
