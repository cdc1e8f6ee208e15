"""The picture of how duties spread over roles."""

from __future__ import annotations

from collections import Counter

from macros.knowledge import Library
from macros.views.pictures import spread
from tests.libraries import law, real


@law
def test_bars_add_up(library: Library) -> None:
    """A role's squares are its parts in duties, degree by degree and basis by basis."""
    expected: Counter[tuple[str, str, str]] = Counter(
        (who.role, who.degree, who.basis) for found in library.duties for who in found.duty.who
    )
    drawn: Counter[tuple[str, str, str]] = Counter()
    for group in spread.picture(library).groups:
        for bar in group.bars:
            assert bar.total == sum(run.count for run in bar.runs)
            for run in bar.runs:
                assert len(run.squares) == run.count
                drawn[bar.role.id, run.degree, run.basis] += run.count
    assert drawn == expected


@law
def test_nothing_is_drawn_twice_or_outside(library: Library) -> None:
    """No two squares share a place, and all stand inside the picture."""
    picture = spread.picture(library)
    squares = [
        square
        for group in picture.groups
        for bar in group.bars
        for run in bar.runs
        for square in run.squares
    ]
    assert len(set(squares)) == len(squares)
    for x, y in squares:
        assert picture.start <= x <= picture.width - picture.square
        assert 0 <= y <= picture.height - picture.square


def test_a_busy_library_stays_a_picture() -> None:
    """Where a role has more duties than squares fit, a square stands for several of them."""
    picture = spread.picture(real())
    busiest = max(bar.total for group in picture.groups for bar in group.bars)
    assert picture.unit == -(-busiest // spread.MOST)
    assert picture.height < 3 * picture.width
