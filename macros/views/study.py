"""The study page: guides by occasion, by time at hand, by role, by part and by theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from macros import addresses
from macros.addresses import Address
from macros.guides import finding
from macros.guides.catalogue import Origin, StudyGuide, catalogue
from macros.library import Library
from macros.model import Role, RoleKind
from macros.views.page import Page


class Band(StrEnum):
    """How much time a guide takes, all meetings together; the value is the most minutes."""

    SHORT = "20"
    LESSON = "45"
    DOUBLE = "90"
    COURSE = "more"


@dataclass(frozen=True, slots=True)
class Door:
    """A guide with its page, and what a reader wants to know before opening it."""

    guide: StudyGuide
    address: Address
    band: Band
    minutes: int
    meetings: int
    measures: int
    questions: int


@dataclass(frozen=True, slots=True)
class RoleDoor:
    """A role with the guide that serves it; ``alone`` if the guide is for this role only."""

    role: Role
    door: Door
    alone: bool


@dataclass(frozen=True, slots=True)
class StudyView:
    """What stands on the study page; ``bands`` holds every guide by the time it takes."""

    authored: tuple[Door, ...]
    roles: tuple[tuple[RoleKind, tuple[RoleDoor, ...]], ...]
    parts: tuple[Door, ...]
    themes: tuple[Door, ...]
    bands: tuple[tuple[Band, tuple[Door, ...]], ...]
    cards: Address


def door(guide: StudyGuide) -> Door:
    """The door to one guide."""
    steps = guide.course.steps
    minutes = guide.course.minutes
    fitting = (band for band in Band if band is not Band.COURSE and minutes <= int(band))
    return Door(
        guide,
        addresses.of_guide(guide.id),
        next(fitting, Band.COURSE),
        minutes,
        len(guide.course.meetings),
        len(steps),
        sum(len(step.questions) for step in steps),
    )


def view(library: Library) -> StudyView:
    """The view of the study page."""
    doors = {guide.id: door(guide) for guide in catalogue(library)}

    def of(origin: Origin) -> tuple[Door, ...]:
        return tuple(found for found in doors.values() if found.guide.origin is origin)

    return StudyView(
        of(Origin.AUTHORED),
        tuple((kind, tuple(_roles(library, kind, doors))) for kind in RoleKind),
        of(Origin.PART),
        of(Origin.THEME),
        tuple(
            (band, tuple(found for found in doors.values() if found.band is band)) for band in Band
        ),
        addresses.CARDS,
    )


def _roles(library: Library, kind: RoleKind, doors: dict[str, Door]) -> Iterator[RoleDoor]:
    for role in library.roles:
        guide = finding.of_role(library, role.id) if role.retired is None else None
        if role.kind is kind and guide is not None:
            yield RoleDoor(role, doors[guide.id], guide.audience == (role,))


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.STUDY, "study.html", partial(view, library))
