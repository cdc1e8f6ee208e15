"""Dividing a sequence of steps into meetings, as even as their order allows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

# More steps than a group reads in a year; beyond it, halves are divided each by itself.
MANY = 120


def meetings_needed(minutes: Sequence[int], room: int) -> int:
    """How many meetings with ``room`` minutes each hold the steps, kept whole and in order.

    A step longer than ``room`` takes a meeting of its own. At least 1.
    """
    count, left = 1, room
    for step in minutes:
        if step > left and left < room:
            count, left = count + 1, room
        left -= step
        left = max(left, 0)
    return count


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
        half = len(minutes) // 2
        share = meetings_needed(minutes[:half], room)
        share = max(1, min(share, runs - 1))
        first = divide(minutes[:half], share, room)
        rest = divide(minutes[half:], runs - share, room)
        return (*first, *((start + half, end + half) for start, end in rest))
    before = [0]
    for step in minutes:
        before.append(before[-1] + step)

    def cost(start: int, end: int) -> tuple[int, int]:
        length = before[end] - before[start]
        return max(0, length - room), length**2

    def joined(start: int, end: int) -> tuple[int, int, int]:
        over, squares = cost(start, end)
        return best[start][0] + over, best[start][1] + squares, start

    steps = len(minutes)
    best = [cost(0, end) for end in range(steps + 1)]
    cuts: list[list[int]] = []
    for run in range(1, runs):
        row, cut = list(best), [0] * (steps + 1)
        for end in range(run + 1, steps + 1):
            over, squares, start = min(joined(start, end) for start in range(run, end))
            row[end], cut[end] = (over, squares), start
        best = row
        cuts.append(cut)
    ends = [steps]
    for cut in reversed(cuts):
        ends.append(cut[ends[-1]])
    marks = [0, *reversed(ends)] if ends[-1] else list(reversed(ends))
    return tuple((a, b) for a, b in pairwise(marks) if a < b)


def reading_minutes(characters: int, speed: int) -> int:
    """Whole minutes to read ``characters`` at ``speed`` characters a minute, rounded up."""
    return ceil(characters / speed)
