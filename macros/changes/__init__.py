"""What changed between two libraries, as values: every entry, every field, and for whom."""

from __future__ import annotations

from macros.changes.again import Again
from macros.changes.again import again as look_again
from macros.changes.compare import changes, paired
from macros.changes.whom import whom
from macros.history import Changes
from macros.library import Library

__all__ = ["Again", "compare", "look_again"]


def compare(old: Library, new: Library) -> Changes:
    """Everything that differs between two libraries; empty only if they hold the same.

    What a person must look at again because of it, ``look_again`` says.
    """
    pairs = paired(old, new)
    found = tuple(changes(old, new, pairs))
    return Changes(changes=found, whom=tuple(whom(old, new, pairs, found)))
