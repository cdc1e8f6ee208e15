"""C: the days of the school year exist and follow each other, and study begins within a term."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import SchoolYear
from macros.text.dates import clock, day
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location

_DAYS = ("first_day", "first_term_ends", "second_term_begins", "last_day")


def day_is_no_day(library: Library) -> Iterator[Diagnostic]:
    """Every day of the calendar is one that exists, written 2026-09-01."""
    for field, value, where in _days(library.school_year):
        if day(value) is None:
            yield Diagnostic("C01", where, {"field": field, "value": value})


def days_out_of_order(library: Library) -> Iterator[Diagnostic]:
    """The terms begin before they end, and the first ends before the second begins."""
    found = [one for one in _days(library.school_year) if one[0] in _DAYS]
    for (before, earlier, _), (field, value, where) in pairwise(found):
        first, second = day(earlier), day(value)
        if first and second and second <= first:
            yield Diagnostic(
                "C02",
                where,
                {"field": field, "value": value, "before": before, "earlier": earlier},
            )


def time_is_no_time(library: Library) -> Iterator[Diagnostic]:
    """The study meetings' time is a time of day, written 15:30."""
    year = library.school_year
    if year and year.study and clock(year.study.at) is None:
        yield Diagnostic("C03", year.place.at("study", "at"), {"value": year.study.at})


def study_outside_the_terms(library: Library) -> Iterator[Diagnostic]:
    """The first study meeting lies within a term."""
    year = library.school_year
    if not year or not year.study:
        return
    begins, ends, again, last = (day(getattr(year, field)) for field in _DAYS)
    first = day(year.study.day)
    if not (begins and ends and again and last and first):
        return
    if not (begins <= first <= ends or again <= first <= last):
        yield Diagnostic("C04", year.place.at("study", "day"), {"value": year.study.day})


RULES = (
    Rule("C01", day_is_no_day),
    Rule("C02", days_out_of_order),
    Rule("C03", time_is_no_time),
    Rule("C04", study_outside_the_terms),
)


def _days(year: SchoolYear | None) -> Iterator[tuple[str, str, Location]]:
    """Each day of the calendar: its field, what is written, and where."""
    if year is None:
        return
    for field in _DAYS:
        yield field, getattr(year, field), year.place.at(field)
    if year.study:
        yield "day", year.study.day, year.place.at("study", "day")
