"""What changed between two libraries, as values: every entry, every field, and for whom."""

from __future__ import annotations

from macros.changes.compare import changes, paired
from macros.changes.impact import whom
from macros.knowledge import Library
from macros.model.release import Changes

__all__ = ["compare"]


def compare(old: Library, new: Library) -> Changes:
    """Everything that differs between two libraries; empty only if they hold the same."""
    pairs = paired(old, new)
    found = tuple(changes(old, new, pairs))
    return Changes(changes=found, whom=tuple(whom(old, new, pairs, found)))
