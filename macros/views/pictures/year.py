"""The school year as tracks: one track a rhythm, with a mark wherever its duties fall due."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.knowledge import Library
from macros.model import Basis, Period
from macros.views.parts.duty import BEATS, Recurrence, beat

WIDTH = 360
TRACK_X, TRACK_END = 56, 278
GAP = 10
LINE = 30
HEAD = 28

# How many marks a track has in each of the two terms; a picture of a rhythm, not a calendar.
MARKS = {Period.WEEK: 20, Period.MONTH: 5, Period.TERM: 1}


@dataclass(frozen=True, slots=True)
class SchoolTerm:
    """One of the two terms, as a stretch of the picture."""

    x: float
    width: float

    @property
    def middle(self) -> float:
        """Its middle."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Track:
    """One rhythm: how many duties keep it, and where its marks stand.

    A track without ``marks`` is not bound to a time; ``stated`` of its ``count`` duties have their
    rhythm from the text.
    """

    beat: Recurrence
    y: int
    count: int
    stated: int
    marks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class YearPicture:
    """The tracks; lengths in user units of a ``width`` × ``height`` view box."""

    width: int
    height: int
    x: int
    end: int
    terms: tuple[SchoolTerm, SchoolTerm]
    tracks: tuple[Track, ...]


def picture(library: Library) -> YearPicture:
    """The picture of all rhythms that the library's duties have."""
    width = (TRACK_END - TRACK_X - GAP) / 2
    terms = (SchoolTerm(TRACK_X, width), SchoolTerm(TRACK_X + width + GAP, width))
    counts = Counter((beat(found.duty.when), found.duty.when.basis) for found in library.duties)
    tracks: list[Track] = []
    for at in BEATS:
        stated = counts[at, Basis.STATED]
        total = stated + counts[at, Basis.INFERRED]
        if total:
            number = MARKS.get(at.period, 0) if at.period else 0
            marks = tuple(
                round(term.x + width * (n + 0.5) / number, 2)
                for term in terms
                for n in range(number)
            )
            y = HEAD + LINE * len(tracks) + LINE // 2
            tracks.append(Track(at, y, total, stated, marks))
    return YearPicture(WIDTH, HEAD + LINE * len(tracks), TRACK_X, TRACK_END, terms, tuple(tracks))
