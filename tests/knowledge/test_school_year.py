"""On which days of a school year a study group meets."""

from __future__ import annotations

from datetime import date, datetime

from macros.knowledge.school_year import Year

TERMS = (date(2026, 9, 1), date(2026, 10, 1)), (date(2026, 11, 1), date(2026, 12, 1))


def test_meetings_are_weekly_and_never_in_the_holidays() -> None:
    """Meetings are a week apart; those that would fall between the terms are passed over."""
    year = Year(TERMS, datetime(2026, 9, 23, 15, 30))
    days = [at.date().isoformat() for at in year.meetings(3)]
    assert days == ["2026-09-23", "2026-09-30", "2026-11-04"]


def test_a_year_without_room_has_no_meetings() -> None:
    """Where not all find a day, none is promised, even in the last year that a calendar has."""
    assert Year(TERMS, datetime(2026, 11, 25, 15, 30)).meetings(2) == ()
    last = Year((TERMS[0], (date(9999, 9, 1), date.max)), datetime(9999, 12, 20, 15, 30))
    assert len(last.meetings(2)) == 2
    assert last.meetings(3) == ()
