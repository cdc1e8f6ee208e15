"""Degrees, bases and rhythms that differ from what the duties say."""

from __future__ import annotations

import pytest

from tests.verify.conftest import Plot

CELL = r'(data-measure="m18" data-role="principal"[^>]* data-degree=")joint'
PARTY = r'(data-duty="m18d8".*?data-role="principal" data-degree="joint" data-basis=")stated'


@pytest.mark.parametrize(
    ("page", "pattern", "new", "params"),
    [
        (
            "matrix.html",
            CELL,
            "lead",
            {"id": "m18 × principal", "found": "lead/stated", "expected": "joint/stated"},
        ),
        (
            "cn24/p5.html",
            CELL,
            "lead",
            {"id": "m18 × principal", "found": "lead/stated", "expected": "joint/stated"},
        ),
        (
            "ledger.html",
            PARTY,
            "inferred",
            {"id": "m18d8 × principal", "found": "joint/inferred", "expected": "joint/stated"},
        ),
        (
            "ledger.html",
            r'(data-duty="m18d8"[^>]* data-timing=")stated',
            "inferred",
            {"id": "m18d8", "found": "inferred", "expected": "stated"},
        ),
        (
            "ledger.html",
            r'(data-duty="m18d8"[^>]* data-rhythm=")term',
            "year",
            {"id": "m18d8", "found": "year", "expected": "term"},
        ),
    ],
    ids=["matrix", "part", "ledger", "basis-of-rhythm", "rhythm"],
)
def test_v08_something_else_than_the_duty_says(
    plot: Plot, page: str, pattern: str, new: str, params: dict[str, str]
) -> None:
    """A cell, a role's part or a rhythm that differs is named with what it should be."""
    plot.change(page, pattern, rf"\g<1>{new}")
    assert (plot.finding.code, plot.finding.location.file) == ("V08", page)
    assert plot.finding.params == params
