"""A measure's view: everything the page lists, each thing once."""

from __future__ import annotations

from itertools import pairwise

import pytest

from macros.knowledge.relations import RelatedMeasures
from macros.model import Measure
from macros.views import measure
from macros.views.measure import MeasureView
from tests.libraries import real

MEASURES = real().measures
KIN = RelatedMeasures(real())


def view(of: Measure) -> MeasureView:
    """The view of one measure of this repository."""
    library = real()
    return measure.view(library, KIN, library.document_of(of), of)


@pytest.mark.parametrize("of", MEASURES, ids=lambda m: m.id)
def test_text_is_shown_whole(of: Measure) -> None:
    """The runs of each clause, put together, are the clause."""
    for shown in view(of).clauses:
        assert "".join(s.text for run in shown.runs for s in run.segments) == shown.clause.text


@pytest.mark.parametrize("of", MEASURES, ids=lambda m: m.id)
def test_each_name_is_marked_once_and_explained(of: Measure) -> None:
    """No term or mechanism is marked twice on a page, and each marked one has its gloss."""
    shown = view(of)
    marked = [run.entry for clause in shown.clauses for run in clause.runs if run.entry]
    assert len(marked) == len(set(marked))
    assert set(marked) == set(shown.glosses)


@pytest.mark.parametrize("of", MEASURES, ids=lambda m: m.id)
def test_every_duty_stands_under_its_clause(of: Measure) -> None:
    """The duties of the clauses are the duties of the measure, in order."""
    ids = [found.duty.id for found in view(of).duties]
    assert ids == [found.duty.id for found in real().duties_of_measure(of.id)]


@pytest.mark.parametrize("of", MEASURES, ids=lambda m: m.id)
def test_a_related_measure_has_a_reason(of: Measure) -> None:
    """Each related measure is another one, stands there once, and says why."""
    shown = view(of).related
    assert len({near.other.id for near in shown}) == len(shown)
    for near in shown:
        assert near.other.id != of.id
        assert near.links or near.mechanisms or near.roles or near.terms


def test_pages_lead_from_the_first_measure_to_the_last() -> None:
    """Each page names its neighbours; the first has none before it, the last none after."""
    for document in real().documents:
        found = [page for page in measure.pages(real()) if page.document is document]
        assert len(found) == len(document.measures)
        assert found[0].previous is None
        assert found[-1].following is None
        for page, after in pairwise(found):
            assert page.following == after.address
            assert after.previous == page.address
