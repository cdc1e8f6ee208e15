"""The calendar: duties by rhythm, what the text states apart from what an editor infers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.model import Basis, Document, Part, Period, Rhythm
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts import choices, duty
from macros.views.parts.choices import RoleChoice
from macros.views.parts.duty import BEATS, DutyView, Recurrence, beat
from macros.views.pictures import rhythm, year
from macros.views.pictures.rhythm import RhythmPicture
from macros.views.pictures.year import YearPicture


@dataclass(frozen=True, slots=True)
class PartDuties:
    """The duties of one part."""

    part: Part | None
    duties: tuple[DutyView, ...]


@dataclass(frozen=True, slots=True)
class BeatDuties:
    """The duties of one beat, in the order of the text."""

    beat: Recurrence
    duties: tuple[DutyView, ...]

    @property
    def stated(self) -> tuple[DutyView, ...]:
        """Those whose rhythm the text states."""
        return tuple(d for d in self.duties if d.duty.when.basis is Basis.STATED)

    @property
    def inferred(self) -> tuple[DutyView, ...]:
        """Those whose rhythm an editor infers."""
        return tuple(d for d in self.duties if d.duty.when.basis is Basis.INFERRED)

    @property
    def by_part(self) -> tuple[PartDuties, ...]:
        """The same duties by part."""
        found: dict[str, list[DutyView]] = {}
        for shown in self.duties:
            found.setdefault(shown.measure.part, []).append(shown)
        return tuple(PartDuties(duties[0].context.part, tuple(duties)) for duties in found.values())


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What stands on the calendar page.

    ``in_term`` comes back in both terms, ``in_year`` once in a school year; ``unbound`` has no
    fixed time: on an event, by a deadline, once. ``continuous`` never ends.
    """

    in_term: tuple[BeatDuties, ...]
    in_year: tuple[BeatDuties, ...]
    unbound: tuple[BeatDuties, ...]
    continuous: tuple[BeatDuties, ...]
    documents: tuple[Document, ...]
    roles: tuple[RoleChoice, ...]
    year: YearPicture
    rhythm: RhythmPicture
    files: tuple[Offer, ...]


def by_beat(duties: tuple[DutyView, ...]) -> tuple[BeatDuties, ...]:
    """``duties`` by beat, in the order of a calendar; beats without a duty are left out."""
    found: dict[Recurrence, list[DutyView]] = {}
    for shown in duties:
        found.setdefault(beat(shown.duty.when), []).append(shown)
    return tuple(BeatDuties(at, tuple(found[at])) for at in BEATS if at in found)


def view(library: Library) -> CalendarView:
    """The view of the calendar page."""
    beats = by_beat(tuple(duty.view(library, found) for found in library.duties))
    recurring = [b for b in beats if b.beat.kind is Rhythm.PERIODIC]
    return CalendarView(
        in_term=tuple(b for b in recurring if b.beat.period is not Period.YEAR),
        in_year=tuple(b for b in recurring if b.beat.period is Period.YEAR),
        unbound=tuple(
            b for b in beats if b.beat.kind in (Rhythm.EVENT, Rhythm.DEADLINE, Rhythm.ONCE)
        ),
        continuous=tuple(b for b in beats if b.beat.kind is Rhythm.CONTINUOUS),
        documents=choices.documents(library),
        roles=choices.roles(library),
        year=year.picture(library),
        rhythm=rhythm.picture(library),
        files=beside(library, Use.CALENDAR),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one calendar page."""
    yield Page(addresses.CALENDAR, "calendar.html", partial(view, library), wide=True)
