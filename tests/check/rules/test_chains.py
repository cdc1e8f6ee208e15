"""Entries that follow one another: however long the chain, it is walked to its end."""

from __future__ import annotations

from macros.check.rules.references import goes_in_circles
from macros.knowledge import Library
from macros.knowledge.guides.catalogue import of_role
from macros.model import Role, RoleKind

LONG = 2_000
"""Twice as many as calls may go deep."""


def _chain(last_is_part_of: str | None) -> Library:
    above = [*(f"r{n + 1}" for n in range(LONG - 1)), last_is_part_of]
    return Library(
        roles=tuple(
            Role(id=f"r{n}", label=f"角色{n}", kind=RoleKind.GROUP, identify="试验用。", part_of=up)
            for n, up in enumerate(above)
        )
    )


def test_a_long_chain_ends() -> None:
    """A chain of thousands is no circle, and somebody at its end has no guide of his own."""
    library = _chain(None)
    assert list(goes_in_circles(library)) == []
    assert library.wholes("r0")[-1] == f"r{LONG - 1}"
    assert of_role(library, "r0") is None


def test_a_long_circle_is_found_once() -> None:
    """A circle through thousands is one finding, wherever it is entered."""
    (found,) = goes_in_circles(_chain("r7"))
    assert found.params["circle"].startswith("r7 → r8 → ")
    assert found.params["circle"].endswith(" → r7")
