"""Annexes: whatever stands behind the first line that names one belongs to no unit."""

from __future__ import annotations

from collections.abc import Sequence

from macros.importing.lines import Line
from macros.text.punctuation import BLANKS
from macros.words.notation import words


def before_annexes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines up to the first, behind the first numbered one, that names an annex."""
    first = next((n for n, line in enumerate(lines) if line.mark), len(lines))
    for n, line in enumerate(lines[first:], start=first):
        if _names_annex(line):
            return tuple(lines[:n])
    return tuple(lines)


def _names_annex(line: Line) -> bool:
    shown = line.text.strip(f"{BLANKS}#*")
    for annex in words("annexes"):
        if shown.startswith(annex):
            behind = shown[len(annex) : len(annex) + 1]
            return not behind.isalpha() or behind.isnumeric()
    return False
