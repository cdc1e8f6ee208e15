"""The school year that the data states: its terms, and on which days a study group can meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from macros.knowledge import Library
from macros.text.dates import clock, day

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Year:
    """A school year: its two terms, each with its first and last day, and the first meeting."""

    terms: tuple[tuple[date, date], tuple[date, date]]
    meeting: datetime | None

    @property
    def first(self) -> date:
        """The first day of all."""
        return self.terms[0][0]

    def meetings(self, count: int) -> tuple[datetime, ...]:
        """When ``count`` meetings begin, a week apart and none in the holidays.

        Empty if the year has no room for them all, or names no first one.
        """
        found = tuple(self._weeks(count))
        return found if len(found) == count else ()

    def _weeks(self, count: int) -> Iterator[datetime]:
        if self.meeting is None:
            return
        weeks = (self.terms[-1][1] - self.meeting.date()) // _WEEK + 1
        meetings = (self.meeting + number * _WEEK for number in range(weeks))
        held = (at for at in meetings if any(a <= at.date() <= z for a, z in self.terms))
        yield from islice(held, count)


def year_of(library: Library) -> Year | None:
    """The school year of a library, if it states one."""
    stated = library.school_year
    if stated is None:
        return None
    begins, ends = day(stated.first_day), day(stated.first_term_ends)
    again, last = day(stated.second_term_begins), day(stated.last_day)
    if not (begins and ends and again and last):
        return None
    first = day(stated.study.day) if stated.study else None
    at = clock(stated.study.at) if stated.study else None
    meeting = datetime.combine(first, at) if first and at else None
    return Year(((begins, ends), (again, last)), meeting)
