"""What a text is made of besides words: blanks and marks."""

from __future__ import annotations

ODD_BLANKS = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
"""Blanks that look like one of the two usual ones, or several: only a text of record has them."""

BLANKS = f" \u3000{ODD_BLANKS}"
"""What may stand at either end of a line without being part of its words."""


def has_words(text: str) -> bool:
    """Whether a text holds a letter, an ideograph or a digit, not only blanks and marks."""
    return any(character.isalnum() for character in text)


def visible(text: str) -> str:
    """``text`` with a picture for each control or invisible character, safe on a terminal."""
    return "".join(map(_picture, text))


def _picture(character: str) -> str:
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    if not character.isprintable() and character != "\N{IDEOGRAPHIC SPACE}":
        return f"<U+{ord(character):04X}>"
    return character
