"""Findings on a built page, and characters as findings name them."""

from __future__ import annotations

from macros.text.diagnostics import Diagnostic
from macros.text.location import Location


def at(code: str, path: str, line: int, /, **params: str) -> Diagnostic:
    """A finding on the page ``path``; line 0 means the page as a whole."""
    return Diagnostic(code, Location(path, line, 1 if line else 0), params)


def missing(path: str, id_: str) -> Diagnostic:
    """V06: the page ``path`` lacks what belongs to ``id_``."""
    return at("V06", path, 0, id=id_)


def difference(found: str, expected: str) -> dict[str, str] | None:
    """The first code point in which two texts differ, as params of a finding; None if they do not.

    ``position`` counts from 1; ``found`` and ``expected`` are the characters there.
    """
    if found == expected:
        return None
    position = next(
        (n for n, pair in enumerate(zip(found, expected, strict=False)) if pair[0] != pair[1]),
        min(len(found), len(expected)),
    )
    return {
        "position": str(position + 1),
        "found": character(found[position : position + 1]),
        "expected": character(expected[position : position + 1]),
    }


def character(one: str) -> str:
    """A character with its code point; a dash past the end of a text."""
    if not one:
        return "\N{EM DASH}"
    return f"{one} (U+{ord(one):04X})" if one.isprintable() else f"U+{ord(one):04X}"
