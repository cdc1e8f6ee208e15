"""How official texts are written: the signs and words of ``notation.zh.yml``."""

from __future__ import annotations

from pathlib import Path

from macros.store import shipped

CATALOGUE = Path(__file__).with_name("notation.zh.yml")
BLANKS = " \u3000"
"""What may stand at either end of a line without being part of its words."""


def sign(name: str) -> str:
    """The word or signs under ``name``; KeyError if there are none."""
    return str(shipped(CATALOGUE)[name])


def words(name: str) -> tuple[str, ...]:
    """The list of words under ``name``; KeyError if there is none."""
    return tuple(shipped(CATALOGUE)[name])


def has_words(text: str) -> bool:
    """Whether a text holds a letter, an ideograph or a digit, not only blanks and marks."""
    return any(character.isalnum() for character in text)
