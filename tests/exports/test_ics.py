"""The calendars, read back and laid against the data and the school year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from macros.exports.ics import duties_ics, meetings_ics
from macros.knowledge import Library
from macros.knowledge.guides.catalogue import catalogue
from macros.knowledge.school_year import Year, year_of
from macros.model import Basis, FirstMeeting, Period, Rhythm, SchoolYear
from macros.views.offers import Use, of_use
from tests.exports import hostile
from tests.libraries import law, real

STATED = SchoolYear.model_validate(
    {
        "first_day": "2026-09-01",
        "first_term_ends": "2027-01-22",
        "second_term_begins": "2027-02-22",
        "last_day": "2027-07-02",
        "study": {"day": "2026-09-09", "at": "15:30"},
    }
)
TERMS = ((date(2026, 9, 1), date(2027, 1, 22)), (date(2027, 2, 22), date(2027, 7, 2)))


def _year(library: Library | None = None) -> Year:
    year = year_of(replace(library or real(), school_year=STATED))
    assert year is not None
    return year


def _events(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def _in_terms(days: Iterable[date]) -> bool:
    return all(any(begins <= at <= ends for begins, ends in TERMS) for at in days)


def test_without_a_school_year_there_is_no_calendar() -> None:
    """Our own data states no day, so no year is made up."""
    assert real().school_year is None
    assert year_of(real()) is None


def test_every_periodic_duty_is_there_and_no_other() -> None:
    """The duties behind the events are the periodic ones, each marked by what its rhythm is on."""
    library = real()
    events = _events(duties_ics(library, _year()))
    periodic = {f.duty.id: f for f in library.real.duties if f.duty.when.kind is Rhythm.PERIODIC}
    assert {str(event["uid"]).split("-")[0] for event in events} == set(periodic)
    for event in events:
        found = periodic[str(event["uid"]).split("-")[0]]
        stated = found.duty.when.basis is Basis.STATED
        assert found.duty.do in event["summary"]
        assert event["summary"].endswith("（明）" if stated else "（推）")
        assert found.duty.quote in event["description"]
        assert ("编者推断" in event["description"]) is not stated
        assert event["transp"] == "TRANSPARENT"


def test_a_duty_of_each_term_comes_twice_one_of_each_year_once() -> None:
    """Events stand on the first day of the period that the text names."""
    library = real()
    events = _events(duties_ics(library, _year()))
    for found in library.real.duties:
        when = found.duty.when
        own = [e for e in events if str(e["uid"]).startswith(f"{found.duty.id}-")]
        if when.every is Period.TERM:
            assert [event["dtstart"].dt for event in own] == [begins for begins, _ in TERMS]
        elif when.every is Period.YEAR:
            assert [event["dtstart"].dt for event in own] == [TERMS[0][0]]


@law
def test_no_reminder_stands_outside_the_terms(library: Library) -> None:
    """Whatever the rhythms: every event lies in a term, and no two have one UID."""
    events = _events(duties_ics(library, _year(library)))
    assert _in_terms(event["dtstart"].dt for event in events)
    assert _in_terms(event["rrule"]["until"][0] for event in events if "rrule" in event)
    uids = [str(event["uid"]) for event in events]
    assert len(set(uids)) == len(uids)
    for found in library.duties:
        own = [e for e in events if str(e["uid"]).startswith(f"{found.duty.id}-")]
        expected = {Period.WEEK: 2, Period.MONTH: 5 + 6, Period.TERM: 2, Period.YEAR: 1}
        every = found.duty.when.every
        assert len(own) == (expected[every] if every else 0)


@pytest.mark.parametrize("guide", catalogue(real()), ids=lambda guide: guide.id)
def test_the_meetings_are_those_of_the_plan(guide: Any) -> None:
    """One event a meeting, as long as the plan says, a week apart, never in the holidays."""
    events = _events(meetings_ics(guide, _year()))
    assert len(events) == len(guide.course.meetings)
    starts = [event["dtstart"].dt for event in events]
    assert starts[0] == datetime(2026, 9, 9, 15, 30)
    assert _in_terms(start.date() for start in starts)
    for meeting, event in zip(guide.course.meetings, events, strict=True):
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=meeting.minutes)
        for step in meeting.steps:
            assert step.passage.measure.title in event["description"]


def test_meetings_pause_in_the_holidays() -> None:
    """A course that begins late in the first term goes on in the second, on the same weekday."""
    year = replace(_year(), meeting=datetime(2027, 1, 13, 8))
    guide = next(guide for guide in catalogue(real()) if len(guide.course.meetings) == 4)
    starts = [event["dtstart"].dt.date() for event in _events(meetings_ics(guide, year))]
    assert starts == [date(2027, 1, 13), date(2027, 1, 20), date(2027, 2, 24), date(2027, 3, 3)]


def test_meetings_that_do_not_fit_are_not_cut() -> None:
    """A plan that the year is too short for has no calendar, rather than half of one."""
    late = STATED.model_copy(update={"study": FirstMeeting(day="2027-07-01", at="08:00")})
    library = replace(real(), school_year=late)
    offered = [offer.about for offer in of_use(library, Use.MEETINGS)]
    assert offered == [g for g in catalogue(library) if len(g.course.meetings) == 1]
    assert 0 < len(offered) < len(catalogue(library))
    undated = replace(real(), school_year=STATED.model_copy(update={"study": None}))
    assert of_use(undated, Use.MEETINGS) == ()


def test_hostile_texts_stay_texts() -> None:
    """No text ends an event or begins a property."""
    library = hostile.library(*hostile.TEXTS)
    events = _events(duties_ics(library, _year(library)))
    assert len(events) == 2 * len(hostile.TEXTS)
    for event, text in zip(events[::2], hostile.TEXTS, strict=True):
        assert text in event["summary"]


def test_the_same_data_makes_the_same_bytes() -> None:
    """No clock is asked: two runs are equal, and the stamp is the year's first day."""
    made = duties_ics(real(), _year())
    assert made == duties_ics(real(), _year())
    assert {event["dtstamp"].dt.date() for event in _events(made)} == {TERMS[0][0]}
    assert max(map(len, made.split(b"\r\n"))) <= 75
