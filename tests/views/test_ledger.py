"""The task ledger."""

from __future__ import annotations

from macros.knowledge import Library
from macros.views import ledger
from tests.libraries import law, real


@law
def test_every_duty_is_in_the_ledger_once(library: Library) -> None:
    """The rows are the duties that hold, in the order of the text, numbered from 1."""
    view = ledger.view(library)
    assert [row.duty.duty for row in view.rows] == [found.duty for found in library.duties]
    assert [row.number for row in view.rows] == list(range(1, len(view.rows) + 1))


@law
def test_a_row_shows_everybody_who_takes_part(library: Library) -> None:
    """Nobody who takes part in a duty is left out of its row, or shown in another degree."""
    for row in ledger.view(library).rows:
        assert tuple(party.assignment for party in row.duty.parties) == row.duty.duty.who
        assert all(party.role.id == party.assignment.role for party in row.duty.parties)


@law
def test_filters_offer_what_rows_answer_to(library: Library) -> None:
    """Each rhythm and role on offer is found in some row, and each one in a row is on offer."""
    view = ledger.view(library)
    assert set(view.beats) == {row.beat for row in view.rows}
    offered = {role.id for choice in view.roles for role in choice.roles}
    assert offered == {party.role.id for row in view.rows for party in row.duty.parties}


def test_themes_on_offer_find_their_duties() -> None:
    """Each theme on offer finds a row, and a broader theme finds what its narrower ones find."""
    view = ledger.view(real())
    for choice in view.themes:
        for theme in choice.narrower:
            found = [row for row in view.rows if theme.id in row.themes]
            assert found
            assert all(choice.theme.id in row.themes for row in found)


def test_the_real_ledger_is_complete() -> None:
    """Every duty of the real library is a row under its own measure."""
    view = ledger.view(real())
    assert [row.duty.duty.id for row in view.rows] == [found.duty.id for found in real().duties]
    for group in view.groups:
        assert {row.duty.measure.id for row in group.rows} == {group.measure.id}
