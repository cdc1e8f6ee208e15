"""The calendar."""

from __future__ import annotations

from collections import Counter

from macros.knowledge import Library
from macros.model import Basis
from macros.views import calendar
from macros.views.calendar import CalendarView
from macros.views.parts.duty import beat
from tests.libraries import law, real


def _listed(view: CalendarView) -> Counter[str]:
    groups = (*view.in_term, *view.in_year, *view.unbound, *view.continuous)
    return Counter(shown.duty.id for group in groups for shown in group.duties)


@law
def test_every_duty_is_listed_once(library: Library) -> None:
    """Each duty that holds stands under exactly one rhythm."""
    assert _listed(calendar.view(library)) == Counter(found.duty.id for found in library.duties)


@law
def test_a_list_keeps_one_rhythm_and_its_bases_apart(library: Library) -> None:
    """All duties of a list have its rhythm; the stated and the inferred ones make up the list."""
    view = calendar.view(library)
    for group in (*view.in_term, *view.in_year, *view.unbound, *view.continuous):
        assert {beat(shown.duty.when) for shown in group.duties} == {group.beat}
        assert all(shown.duty.when.basis is Basis.STATED for shown in group.stated)
        assert all(shown.duty.when.basis is Basis.INFERRED for shown in group.inferred)
        assert Counter(group.stated + group.inferred) == Counter(group.duties)
        assert Counter(d for part in group.by_part for d in part.duties) == Counter(group.duties)


def test_the_real_calendar_is_complete() -> None:
    """Every duty of the real library stands in the calendar once."""
    assert _listed(calendar.view(real())) == Counter(found.duty.id for found in real().duties)
