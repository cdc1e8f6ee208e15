"""A role's duty card: its duties by rhythm, short enough for one printed page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Assignment, Basis, Degree, Measure, Period, Rhythm, Role, RoleKind
from macros.views.parts.duty import DutyView

# How many duties are listed one by one on an A4 page, before the rest is counted by measure.
LINES = 30

# Where the rhythm's name alone does not say when.
NAMED = (Rhythm.EVENT, Rhythm.DEADLINE)

# A rhythm and, of a periodic one, its period.
Beat = tuple[Rhythm, Period | None]

_ORDER = {rhythm: rank for rank, rhythm in enumerate(Rhythm)}
_PERIODS = {period: rank for rank, period in enumerate(Period)}


@dataclass(frozen=True, slots=True)
class RoleDuty:
    """A duty as it concerns one role."""

    shown: DutyView
    assignment: Assignment


@dataclass(frozen=True, slots=True)
class Bundle:
    """The duties of one measure, counted by degree, strongest degree first, and those stated."""

    measure: Measure
    address: Address
    degrees: tuple[tuple[Degree, int], ...]
    count: int
    stated: int


@dataclass(frozen=True, slots=True)
class CardGroup:
    """The duties of one rhythm: one by one in ``stakes``, or measure by measure in ``bundles``."""

    rhythm: Rhythm
    every: Period | None
    count: int
    stakes: tuple[RoleDuty, ...]
    bundles: tuple[Bundle, ...]


@dataclass(frozen=True, slots=True)
class DutyCard:
    """The card of one role: the number of its duties, and of those the text itself states."""

    count: int
    stated: int
    groups: tuple[CardGroup, ...]


def card(stakes: Iterable[RoleDuty]) -> DutyCard:
    """The duty card of the role whose part in its duties ``stakes`` are."""
    held = tuple(stakes)
    stated = sum(stake.assignment.basis is Basis.STATED for stake in held)
    return DutyCard(len(held), stated, tuple(_groups(by_rhythm(held))))


def among(library: Library, role: Role) -> Role | None:
    """The wider group that all of a group are in, if it has a card: its duties are theirs too."""
    wider = library.role(role.part_of or "") if role.kind is RoleKind.GROUP else None
    return wider if wider and library.real.duties_of_role(wider.id) else None


def by_rhythm(stakes: Iterable[RoleDuty]) -> tuple[tuple[Beat, tuple[RoleDuty, ...]], ...]:
    """The duties by rhythm and period, those with a date first, each group in the text's order."""
    groups: dict[Beat, list[RoleDuty]] = {}
    for stake in stakes:
        when = stake.shown.duty.when
        groups.setdefault((when.kind, when.every), []).append(stake)
    return tuple((beat, tuple(groups[beat])) for beat in sorted(groups, key=_rank))


def _groups(rhythms: Iterable[tuple[Beat, tuple[RoleDuty, ...]]]) -> Iterator[CardGroup]:
    used = 0
    for (rhythm, every), stakes in rhythms:
        listed = used + len(stakes) <= LINES
        used += len(stakes) if listed else 0
        yield CardGroup(
            rhythm,
            every,
            len(stakes),
            stakes if listed else (),
            () if listed else _bundles(stakes),
        )


def _rank(key: Beat) -> tuple[int, int]:
    rhythm, every = key
    return _ORDER[rhythm], _PERIODS[every] if every else 0


def _bundles(stakes: Iterable[RoleDuty]) -> tuple[Bundle, ...]:
    by_measure: dict[str, list[RoleDuty]] = {}
    for stake in stakes:
        by_measure.setdefault(stake.shown.measure.id, []).append(stake)
    return tuple(_bundle(group) for group in by_measure.values())


def _bundle(stakes: list[RoleDuty]) -> Bundle:
    found = stakes[0].shown.context
    counts = Counter(stake.assignment.degree for stake in stakes)
    return Bundle(
        found.measure,
        addresses.of_measure(found.document, found.measure),
        tuple((degree, counts[degree]) for degree in Degree if counts[degree]),
        len(stakes),
        sum(stake.assignment.basis is Basis.STATED for stake in stakes),
    )
