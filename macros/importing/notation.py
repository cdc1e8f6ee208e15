"""How official texts are written: the signs and words of ``notation.zh.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from macros.store import shipped

CATALOGUE = Path(__file__).with_name("notation.zh.yml")
BLANKS = " \u3000"
"""What may stand at either end of a line without being part of its words."""


@cache
def _catalogue() -> Mapping[str, Any]:
    return shipped(CATALOGUE)


def sign(name: str) -> str:
    """The word or signs under ``name``; KeyError if there are none."""
    return str(_catalogue()[name])


def words(name: str) -> tuple[str, ...]:
    """The list of words under ``name``; KeyError if there is none."""
    return tuple(_catalogue()[name])


def has_words(text: str) -> bool:
    """Whether a text holds a letter, an ideograph or a digit, not only blanks and marks."""
    return any(character.isalnum() for character in text)
