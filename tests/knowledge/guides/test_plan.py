"""Laws of the plan: nothing lost, nothing out of order, no overrun that could be avoided."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.knowledge.guides.plan import MANY, divide, meetings_needed, reading_minutes

MINUTES = st.lists(st.integers(1, 30), max_size=9)
LONG = st.lists(st.integers(1, 30), min_size=MANY + 1, max_size=5 * MANY)


def _lengths(minutes: list[int], runs: tuple[tuple[int, int], ...]) -> list[int]:
    return [sum(minutes[start:end]) for start, end in runs]


@given(MINUTES, st.integers(1, 9), st.integers(1, 45))
def test_every_step_is_in_one_meeting_in_order(minutes: list[int], count: int, room: int) -> None:
    """The runs, put together, are all steps in their order, and none of them is empty."""
    runs = divide(minutes, count, room)
    assert [step for start, end in runs for step in range(start, end)] == list(range(len(minutes)))
    assert all(start < end for start, end in runs)
    assert len(runs) == min(count, len(minutes))
    assert sum(_lengths(minutes, runs)) == sum(minutes)


@settings(max_examples=30)
@given(LONG, st.integers(1, 200), st.integers(1, 90))
def test_a_long_sequence_is_divided_as_a_short_one(
    minutes: list[int], count: int, room: int
) -> None:
    """Cut in the middle first, it still loses no step, no order, and no meeting."""
    runs = divide(minutes, count, room)
    assert [step for start, end in runs for step in range(start, end)] == list(range(len(minutes)))
    assert all(start < end for start, end in runs)
    assert len(runs) == min(count, len(minutes))


@settings(max_examples=30)
@given(LONG, st.integers(30, 90), st.integers(0, 9))
def test_no_room_is_lost_where_a_long_sequence_is_cut(
    minutes: list[int], room: int, more: int
) -> None:
    """With as many meetings as are needed, or some more, none overruns; with one less, one does."""
    needed = meetings_needed(minutes, room)
    assert max(_lengths(minutes, divide(minutes, needed + more, room))) <= room
    if needed > 1:
        assert max(_lengths(minutes, divide(minutes, needed - 1, room))) > room


@settings(max_examples=60, deadline=None)
@given(MINUTES.filter(bool), st.integers(1, 4), st.integers(1, 45))
def test_no_other_cut_is_better(minutes: list[int], count: int, room: int) -> None:
    """Of all cuts into as many meetings, none overruns less, and of these none is more even."""

    def cost(lengths: list[int]) -> tuple[int, int]:
        over = sum(max(0, length - room) for length in lengths)
        return over, sum(length**2 for length in lengths)

    runs = min(count, len(minutes))
    every = (
        [sum(minutes[a:b]) for a, b in zip((0, *cut), (*cut, len(minutes)), strict=True)]
        for cut in combinations(range(1, len(minutes)), runs - 1)
    )
    assert cost(_lengths(minutes, divide(minutes, count, room))) == min(map(cost, every))


@given(MINUTES, st.integers(30, 45))
def test_as_many_meetings_as_needed_hold_all(minutes: list[int], room: int) -> None:
    """With as many meetings as are needed none overruns; with one less, one does."""
    needed = meetings_needed(minutes, room)
    assert max(_lengths(minutes, divide(minutes, needed, room)), default=0) <= room
    if needed > 1:
        assert max(_lengths(minutes, divide(minutes, needed - 1, room))) > room


@given(st.integers(0, 10_000), st.integers(1, 1_000))
def test_reading_is_rounded_up(characters: int, speed: int) -> None:
    """Reading takes whole minutes: enough for all characters, and not a minute more."""
    minutes = reading_minutes(characters, speed)
    assert minutes * speed >= characters > (minutes - 1) * speed or characters == minutes == 0
