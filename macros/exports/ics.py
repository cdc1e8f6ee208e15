"""Recurring duties and study meetings as calendars, over the school year that the data states.

Without a school year there are no calendars: no day is ever invented. Every event keeps its UID
while its duty or meeting stays, so that importing a newer file moves events instead of doubling
them; the stamp of all events is the first day of the year, since no clock is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from macros.exports.wording import clause, joined, timing
from macros.knowledge import DutyInContext, Library
from macros.knowledge.citations import numbered
from macros.knowledge.guides.catalogue import StudyGuide
from macros.knowledge.guides.guide import Meeting
from macros.knowledge.school_year import Year
from macros.model import Basis, Degree, Period, Rhythm
from macros.views.parts import guide_words
from macros.words.files import say
from macros.words.vocabulary import word

_MAKER = "-//Clausebook//Clausebook 1//ZH"
_DAY = timedelta(days=1)


def duties_ics(library: Library, year: Year) -> bytes:
    """The periodic duties, stated and inferred, each marked as such."""
    events = (
        event
        for found in library.real.duties
        if found.duty.when.kind is Rhythm.PERIODIC
        for event in _recurring(library, found, year)
    )
    return _calendar(say("ics.duties"), events)


def meetings_ics(guide: StudyGuide, year: Year) -> bytes:
    """A guide's meetings, a week apart, none in the holidays; ValueError if they do not fit."""
    days = year.meetings(len(guide.course.meetings))
    title = guide_words.title(guide, guide_words.cited_part(guide))
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
    mark = word(when.basis, "short")
    summary = say("ics.duty", when=timing(when), do=found.duty.do, mark=mark)
    description = tuple(_about(library, found))
    for name, begins, until in _periods(when.every or Period.YEAR, year):
        event = _event(f"{found.duty.id}-{year.first.year}-{name}", summary, description, year)
        event.add("dtstart", begins)
        event.add("dtend", begins + _DAY)
        event.add("transp", "TRANSPARENT")
        event.add("categories", [word(when.basis)])
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
    yield say("ics.quote", quote=duty.quote, clause=clause(library, found))
    for degree in Degree:
        labels = [
            role.label
            for who in duty.who
            if who.degree is degree and (role := library.role(who.role))
        ]
        if labels:
            yield say("ics.party", degree=word(degree), roles=joined(labels))
    yield say(f"ics.window.{duty.when.every or Period.YEAR}")
    if duty.when.basis is Basis.INFERRED:
        yield say("ics.inferred")


def _meeting(
    guide: StudyGuide, title: str, meeting: Meeting, at: datetime, year: Year
) -> icalendar.Event:
    """One meeting; its time is that of the place, whatever zone a calendar is in."""
    meetings = len(guide.course.meetings)
    key = "ics.meeting" if meetings > 1 else "ics.meeting.alone"
    summary = say(key, guide=title, ordinal=meeting.ordinal, meetings=meetings)
    passages = (
        say(
            "ics.passage",
            number=numbered(step.passage.measure.printed),
            title=step.passage.measure.title,
            minutes=step.minutes,
        )
        for step in meeting.steps
    )
    description = (*passages, say("ics.minutes", minutes=meeting.minutes))
    event = _event(f"{guide.id}-{year.first.year}-{meeting.ordinal}", summary, description, year)
    event.add("dtstart", at)
    event.add("dtend", at + timedelta(minutes=meeting.minutes))
    return event
