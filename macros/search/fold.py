"""What counts in a text when it is searched: letters and digits, whatever their width and case."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise


def fold(text: str) -> str:
    """The letters and digits of ``text``, half-width and lower-case; marks and spaces fall away.

    The browser's ``text.js`` does the same to what is typed; a browser test holds the two together.
    """
    return "".join(map(_fold_character, text))


def grams(folded: str) -> frozenset[str]:
    """Every character of a folded text and every two that stand side by side."""
    return frozenset(folded) | {a + b for a, b in pairwise(folded)}


@cache
def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower()
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LN")
