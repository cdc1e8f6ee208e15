"""Which role acts in which rhythm, as discs: one line a role, one column a rhythm."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Basis, Rhythm, Role, Share
from macros.views.parts.duty import BEATS, Recurrence, beat

WIDTH = 360
LABEL_X = 128
LINE = 26
HEAD = 30
RADIUS = 12


@dataclass(frozen=True, slots=True)
class Disc:
    """How many duties a role carries in one beat; areas are as the numbers.

    ``radius`` is that of all of them, ``core`` that of those whose rhythm the text states. What is
    continuous is so much more than all the rest that it is only counted: its radius is 0.
    """

    beat: Recurrence
    x: float
    radius: float
    core: float
    count: int
    stated: int


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role's discs, empty crossings left out."""

    role: Role
    address: Address
    y: int
    discs: tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """A column's heading."""

    beat: Recurrence
    x: float


@dataclass(frozen=True, slots=True)
class RhythmPicture:
    """The discs; lengths in user units of a ``width`` × ``height`` view box."""

    width: int
    height: int
    label_x: int
    headings: tuple[ColumnHeading, ...]
    lines: tuple[RoleLine, ...]


def picture(library: Library) -> RhythmPicture:
    """The picture of all roles that lead or share a duty, in the registry's order."""
    counts = {role: _counts(library, role) for role in library.roles}
    met = {at for count in counts.values() for at, _ in count}
    beats = tuple(at for at in BEATS if at in met)
    step = (WIDTH - LABEL_X) / max(len(beats), 1)
    headings = tuple(
        ColumnHeading(at, round(LABEL_X + step * (n + 0.5), 2)) for n, at in enumerate(beats)
    )
    totals = [
        count[at, Basis.STATED] + count[at, Basis.INFERRED]
        for count in counts.values()
        for at in beats
        if at.kind is not Rhythm.CONTINUOUS
    ]
    unit = min(RADIUS, step / 2 - 1) / sqrt(max([1, *totals]))
    lines: list[RoleLine] = []
    for role, count in counts.items():
        if count:
            discs = tuple(
                _disc(heading, count, unit)
                for heading in headings
                if count[heading.beat, Basis.STATED] or count[heading.beat, Basis.INFERRED]
            )
            y = HEAD + LINE * len(lines) + LINE // 2
            lines.append(RoleLine(role, addresses.of_entry(role), y, discs))
    return RhythmPicture(WIDTH, HEAD + LINE * len(lines), LABEL_X, headings, tuple(lines))


def _counts(library: Library, role: Role) -> Counter[tuple[Recurrence, Basis]]:
    # Only those who carry a duty act in its rhythm; the others are told, watched or served.
    return Counter(
        (beat(found.duty.when), found.duty.when.basis)
        for found, who in library.duties_of_role(role.id)
        if who.degree.meaning.share is Share.CARRIES
    )


def _disc(heading: ColumnHeading, count: Counter[tuple[Recurrence, Basis]], unit: float) -> Disc:
    stated = count[heading.beat, Basis.STATED]
    total = stated + count[heading.beat, Basis.INFERRED]
    if heading.beat.kind is Rhythm.CONTINUOUS:
        unit = 0.0
    return Disc(
        heading.beat,
        heading.x,
        round(unit * sqrt(total), 2),
        round(unit * sqrt(stated), 2),
        total,
        stated,
    )
