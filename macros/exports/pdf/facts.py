"""Facts of duties as templates are given them."""

from __future__ import annotations

from macros.knowledge.citations import cited
from macros.model import Basis
from macros.views.parts.duty import DutyView


def on(text: str, basis: Basis) -> dict[str, str]:
    """Words, and what they rest on."""
    return {"text": text, "basis": basis}


def kept(shown: DutyView) -> list[dict[str, str]]:
    """The evidence that a duty leaves."""
    return [on(evidence.record.label, evidence.basis) for evidence in shown.evidence]


def place(shown: DutyView) -> str:
    """The clause of a duty, as readers cite it."""
    return cited(shown.context)
