"""How the duties spread over the roles: one line a role, one square a duty, by degree and basis."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Basis, Degree, Role, RoleKind

WIDTH = 360
START, END = 138, 358
SQUARE, PITCH = 4, 5
MARK, GAP = 13, 5
HEAD, LINE, MORE = 26, 20, 12

# From this many squares on, one square stands for several duties.
MOST = 240


@dataclass(frozen=True, slots=True)
class DutySquares:
    """The duties of one degree and basis: how many, and the top left corners of their squares."""

    degree: Degree
    basis: Basis
    count: int
    squares: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DegreeMark:
    """Where the squares of a degree begin: its mark, at the left of the line at ``y``."""

    degree: Degree
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A role's squares; ``total`` is the number of duties it takes part in."""

    role: Role
    address: Address
    y: int
    total: int
    marks: tuple[DegreeMark, ...]
    runs: tuple[DutySquares, ...]


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one kind of role, under a heading at ``y``."""

    kind: RoleKind
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class SpreadPicture:
    """The bars; lengths in user units of a ``width`` × ``height`` view box.

    A square stands for ``unit`` duties of one degree and basis, the last of them for the rest.
    """

    width: int
    height: int
    start: int
    square: int
    unit: int
    groups: tuple[BarGroup, ...]


def picture(library: Library) -> SpreadPicture:
    """The picture of all roles that take part: by kind, the busiest first."""
    counts = {
        role: Counter((who.degree, who.basis) for _, who in library.duties_of_role(role.id))
        for role in library.roles
    }
    busiest = max((sum(count.values()) for count in counts.values()), default=0)
    unit = max(1, -(-busiest // MOST))
    groups = []
    y = 0
    for kind in RoleKind:
        roles = [role for role in counts if role.kind is kind and counts[role]]
        if not roles:
            continue
        roles.sort(key=lambda role: -sum(counts[role].values()))
        heading = y + HEAD // 2
        y += HEAD
        bars = []
        for role in roles:
            bar, lines = _bar(role, counts[role], y + LINE // 2, unit)
            bars.append(bar)
            y += LINE + MORE * (lines - 1)
        groups.append(BarGroup(kind, heading, tuple(bars)))
    return SpreadPicture(WIDTH, y, START, SQUARE, unit, tuple(groups))


def _bar(role: Role, count: Counter[tuple[Degree, Basis]], y: int, unit: int) -> tuple[Bar, int]:
    """A role's bar, its first line at ``y``, and the number of lines it takes."""
    marks: list[DegreeMark] = []
    runs: list[DutySquares] = []
    pen = _Pen(y)
    for degree in Degree:
        bases = [basis for basis in Basis if count[degree, basis]]
        if bases:
            marks.append(DegreeMark(degree, *pen.mark()))
        for basis in bases:
            number = count[degree, basis]
            squares = tuple(
                (x, at - SQUARE // 2)
                for x, at in (pen.step(PITCH) for _ in range(-(-number // unit)))
            )
            runs.append(DutySquares(degree, basis, number, squares))
    total = sum(run.count for run in runs)
    return Bar(role, addresses.of_entry(role), y, total, tuple(marks), tuple(runs)), pen.lines


class _Pen:
    """Moves along lines from ``START`` to ``END``, on to the next line where one is full."""

    def __init__(self, y: int) -> None:
        self._x, self._y = START, y
        self.lines = 1

    def mark(self) -> tuple[int, int]:
        """The point for a degree's mark: off what stands before, its first square beside it."""
        if self._x > START:
            self._x += GAP
        return self.step(MARK, MARK + PITCH)

    def step(self, width: int, needed: int = PITCH) -> tuple[int, int]:
        """The point to draw at, with room for ``needed``; moves on by ``width``."""
        if self._x + needed > END:
            self._x, self._y = START, self._y + MORE
            self.lines += 1
        here = self._x, self._y
        self._x += width
        return here
