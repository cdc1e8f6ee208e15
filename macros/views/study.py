"""The study page: every guide once, to be chosen by the time at hand and by who is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import Origin, StudyGuide, catalogue
from macros.model import RoleKind
from macros.views.page import Page
from macros.views.parts.choices import RoleChoice


class Band(StrEnum):
    """How much time a group has, all meetings together; the value is the most minutes."""

    SHORT = "20"
    LESSON = "45"
    DOUBLE = "90"
    COURSE = "more"


@dataclass(frozen=True, slots=True)
class Door:
    """A guide with its page, and what a reader wants to know before opening it."""

    guide: StudyGuide
    address: Address
    minutes: int
    meetings: int
    measures: int
    questions: int

    @property
    def bands(self) -> tuple[Band, ...]:
        """Every time that is enough for it; what is too long for one sitting takes several."""
        fitting = tuple(b for b in Band if b is not Band.COURSE and self.minutes <= int(b))
        return fitting or (Band.COURSE,)


@dataclass(frozen=True, slots=True)
class StudyView:
    """What stands on the study page; ``choices`` are the roles that some guide is for."""

    authored: tuple[Door, ...]
    roles: tuple[Door, ...]
    parts: tuple[Door, ...]
    themes: tuple[Door, ...]
    choices: tuple[RoleChoice, ...]
    cards: Address


def door(guide: StudyGuide) -> Door:
    """The door to one guide."""
    steps = guide.course.steps
    return Door(
        guide,
        addresses.of_guide(guide.id),
        guide.course.minutes,
        len(guide.course.meetings),
        len(steps),
        sum(len(step.questions) for step in steps),
    )


def view(library: Library) -> StudyView:
    """The view of the study page."""
    guides = catalogue(library)

    def of(*origins: Origin) -> tuple[Door, ...]:
        return tuple(door(guide) for guide in guides if guide.origin in origins)

    served = {role.id for guide in guides for role in guide.audience}
    return StudyView(
        of(Origin.AUTHORED),
        of(Origin.ROLE, Origin.GROUP),
        of(Origin.PART),
        of(Origin.THEME),
        tuple(
            RoleChoice(kind, roles)
            for kind in RoleKind
            if (roles := tuple(r for r in library.roles if r.kind is kind and r.id in served))
        ),
        addresses.CARDS,
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.STUDY, "study.html", partial(view, library))
