"""What a text is made of besides words: blanks and marks."""

from __future__ import annotations

BLANKS = " \u3000"
"""What may stand at either end of a line without being part of its words."""


def has_words(text: str) -> bool:
    """Whether a text holds a letter, an ideograph or a digit, not only blanks and marks."""
    return any(character.isalnum() for character in text)
