"""Dividing a sequence of steps into meetings, as even as their order allows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

# More steps than a group reads in a year: halves are then divided each by itself.
MANY = 60


def meetings_needed(minutes: Sequence[int], room: int) -> int:
    """How many meetings with ``room`` minutes each hold the steps, kept whole and in order.

    A step longer than ``room`` takes a meeting of its own. At least 1.
    """
    return max(1, len(_filled(minutes, room)))


def _filled(minutes: Sequence[int], room: int) -> list[int]:
    """Where each meeting ends if every one is filled as far as it goes: indexes behind its last."""
    ends: list[int] = []
    left = room
    for at, step in enumerate(minutes):
        if at and step > left:
            ends.append(at)
            left = room
        left = max(left - step, 0)
    return [*ends, len(minutes)] if minutes else []


def divide(minutes: Sequence[int], meetings: int, room: int) -> tuple[tuple[int, int], ...]:
    """Cut ``minutes`` into at most ``meetings`` runs, in order, none empty.

    Of all cuts those are taken that overrun ``room`` least; among them the one whose sum of squared
    lengths is least, which keeps the meetings alike; of equal ones, that with the earliest cuts.
    Each run is a pair of indexes, the second behind its last step. More than ``MANY`` steps are cut
    in the middle first, so that the work grows with their number and not faster.
    """
    if not minutes:
        return ()
    runs = max(1, min(meetings, len(minutes)))
    if len(minutes) > MANY and runs > 1:
        half, share = _middle(minutes, runs, room)
        first = divide(minutes[:half], share, room)
        rest = divide(minutes[half:], runs - share, room)
        return (*first, *((start + half, end + half) for start, end in rest))
    before = [0]
    for step in minutes:
        before.append(before[-1] + step)

    def cost(start: int, end: int) -> tuple[int, int]:
        length = before[end] - before[start]
        return max(0, length - room), length**2

    steps = len(minutes)
    best = [cost(0, end) for end in range(steps + 1)]
    cuts: list[list[int]] = []
    for run in range(1, runs):
        row, cut = list(best), [0] * (steps + 1)
        for end in range(run + 1, steps + 1):
            row[end], cut[end] = _cheapest(best, before, room, run, end)
        best = row
        cuts.append(cut)
    ends = [steps]
    for cut in reversed(cuts):
        ends.append(cut[ends[-1]])
    marks = [0, *reversed(ends)] if ends[-1] else list(reversed(ends))
    return tuple((a, b) for a, b in pairwise(marks) if a < b)


def _cheapest(
    best: Sequence[tuple[int, int]], before: Sequence[int], room: int, first: int, end: int
) -> tuple[tuple[int, int], int]:
    """The least cost of steps up to ``end``, and where the last run of it starts.

    It starts at ``first`` or later, behind what costs ``best``; ``before`` are the minutes before
    each step. Of equal costs, the earliest start. A loop, as it runs a million times for a library.
    """
    least, cut = None, first
    upto = before[end]
    for start in range(first, end):
        length = upto - before[start]
        over, squares = best[start]
        found = (over + length - room if length > room else over, squares + length * length)
        if least is None or found < least:
            least, cut = found, start
    assert least is not None
    return least, cut


def _middle(minutes: Sequence[int], runs: int, room: int) -> tuple[int, int]:
    """Where to cut a long sequence, and how many of its ``runs`` come before.

    The cut is one that filling meeting by meeting makes, too, so that no room is lost by it.
    """
    ends = _filled(minutes, room)
    before = len(ends) // 2
    if before and runs >= len(ends):
        half, share = ends[before - 1], before + (runs - len(ends)) // 2
    else:
        half = len(minutes) // 2
        share = min(max(1, runs * half // len(minutes)), runs - 1)
    # Neither side can have more runs than steps.
    return half, min(max(share, runs - (len(minutes) - half)), half)


def reading_minutes(characters: int, speed: int) -> int:
    """Whole minutes to read ``characters`` at ``speed`` characters a minute, rounded up."""
    return ceil(characters / speed)
