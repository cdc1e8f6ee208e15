"""Recurring duties and study meetings as calendars, over the school year that the data states.

Without a school year there are no calendars: no day is ever invented. Every event keeps its UID
while its duty or meeting stays, so that importing a newer file moves events instead of doubling
them; the stamp of all events is the first day of the year, since no clock is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from macros.days import clock, day
from macros.exports.phrases import clause, joined, phrase, timing
from macros.exports.titles import guide_title
from macros.guides.catalogue import StudyGuide
from macros.guides.guide import Meeting
from macros.library import DutyInContext, Library
from macros.model import Basis, Degree, Period, Rhythm

_MAKER = "-//Clausebook//Clausebook 1//ZH"
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Year:
    """A school year: its two terms, each with its first and last day, and the first meeting."""

    terms: tuple[tuple[date, date], tuple[date, date]]
    meeting: datetime | None

    @property
    def first(self) -> date:
        """The first day of all."""
        return self.terms[0][0]

    def teaches(self, at: date) -> bool:
        """Whether a day lies within a term."""
        return any(begins <= at <= ends for begins, ends in self.terms)


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


def duties_ics(library: Library, year: Year) -> bytes:
    """The periodic duties, stated and inferred, each marked as such."""
    events = (
        event
        for found in library.duties
        if found.duty.when.kind is Rhythm.PERIODIC
        for event in _recurring(library, found, year)
    )
    return _calendar(phrase("ics.duties"), events)


def meetings_ics(guide: StudyGuide, year: Year) -> bytes | None:
    """A guide's meetings, a week apart, none in the holidays; None if they do not fit the year."""
    days = tuple(_weeks(year, len(guide.course.meetings)))
    if not days or len(days) < len(guide.course.meetings):
        return None
    title = guide_title(guide)
    events = (
        _meeting(guide, title, meeting, at, year)
        for meeting, at in zip(guide.course.meetings, days, strict=True)
    )
    return _calendar(title, events)


def _calendar(name: str, events: Iterator[icalendar.Event]) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(uid: str, summary: str, description: tuple[str, ...], year: Year) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{uid}@clausebook")
    event.add("dtstamp", datetime.combine(year.first, time(), UTC))
    event.add("summary", summary)
    event.add("description", "\n".join(description))
    return event


def _recurring(library: Library, found: DutyInContext, year: Year) -> Iterator[icalendar.Event]:
    """A duty's events: all-day reminders where a new period begins; none takes up time."""
    when = found.duty.when
    mark = phrase(f"basis_short.{when.basis}")
    summary = phrase("ics.duty", when=timing(when), do=found.duty.do, mark=mark)
    description = tuple(_about(library, found))
    for name, begins, until in _periods(when.every or Period.YEAR, year):
        event = _event(f"{found.duty.id}-{year.first.year}-{name}", summary, description, year)
        event.add("dtstart", begins)
        event.add("dtend", begins + _DAY)
        event.add("transp", "TRANSPARENT")
        event.add("categories", [phrase(f"basis.{when.basis}")])
        if until:
            event.add("rrule", {"freq": "weekly", "until": until})
        yield event


def _periods(every: Period, year: Year) -> Iterator[tuple[str, date, date | None]]:
    """What a period of the year is called, its first day, and until when it comes back weekly."""
    if every is Period.YEAR:
        yield "year", year.first, None
        return
    for ordinal, (begins, ends) in enumerate(year.terms, start=1):
        if every is Period.MONTH:
            here = begins
            while here <= ends:
                yield f"month-{here:%Y-%m}-{ordinal}", here, None
                here = (here.replace(day=1) + timedelta(days=31)).replace(day=1)
        else:
            yield f"{every}-{ordinal}", begins, ends if every is Period.WEEK else None


def _about(library: Library, found: DutyInContext) -> Iterator[str]:
    """What a reminder says: the words of the clause, who, and what nobody has laid down."""
    duty = found.duty
    yield phrase("ics.quote", quote=duty.quote, clause=clause(library, found))
    for degree in Degree:
        labels = [
            role.label
            for who in duty.who
            if who.degree is degree and (role := library.role(who.role))
        ]
        if labels:
            yield phrase("ics.party", degree=phrase(f"degree.{degree}"), roles=joined(labels))
    times = duty.when.times or 1
    yield phrase(f"ics.window.{duty.when.every or Period.YEAR}", times=times)
    if duty.when.basis is Basis.INFERRED:
        yield phrase("ics.inferred")


def _weeks(year: Year, count: int) -> Iterator[datetime]:
    """The first ``count`` weekly meetings that lie within the terms."""
    at = year.meeting
    while at and count and at.date() <= year.terms[-1][1]:
        if year.teaches(at.date()):
            count -= 1
            yield at
        at += _WEEK


def _meeting(
    guide: StudyGuide, title: str, meeting: Meeting, at: datetime, year: Year
) -> icalendar.Event:
    """One meeting; its time is that of the place, whatever zone a calendar is in."""
    meetings = len(guide.course.meetings)
    key = "ics.meeting" if meetings > 1 else "ics.meeting.alone"
    summary = phrase(key, guide=title, ordinal=meeting.ordinal, meetings=meetings)
    passages = (
        phrase(
            "ics.passage",
            number=step.passage.measure.number,
            title=step.passage.measure.title,
            minutes=step.minutes,
        )
        for step in meeting.steps
    )
    description = (*passages, phrase("ics.minutes", minutes=meeting.minutes))
    event = _event(f"{guide.id}-{year.first.year}-{meeting.ordinal}", summary, description, year)
    event.add("dtstart", at)
    event.add("dtend", at + timedelta(minutes=meeting.minutes))
    return event
