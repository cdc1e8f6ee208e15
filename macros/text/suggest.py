"""The word an editor probably meant: the nearest of the words that would be right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE = 0.6
"""How alike two words must be, from 0 (nothing in common) to 1 (the same)."""

CLOSE_PASSAGE = 0.75
"""The same for a quotation and a stretch of text, where few characters tell less."""

# Comparing two passages takes up to the product of their lengths: a second for this.
_MOST = 4_000_000


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None if none is like it.

    Case, blanks and the difference between ``-`` and ``_`` do not count. Of two candidates equally
    near, one with the same letters in another order is taken, then the first of the alphabet, so
    that the answer does not depend on their order.
    """
    wanted = _plain(word)
    letters = sorted(wanted)
    best: tuple[float, bool] = (CLOSE, False)
    found: str | None = None
    for candidate in sorted(set(candidates)):
        matcher = SequenceMatcher(None, wanted, _plain(candidate), autojunk=False)
        if matcher.real_quick_ratio() < CLOSE or matcher.quick_ratio() < CLOSE:
            continue
        likeness = matcher.ratio(), sorted(_plain(candidate)) == letters
        if likeness > best or (found is None and likeness >= best):
            best, found = likeness, candidate
    return found


def nearest_passage(words: str, text: str) -> str | None:
    """The stretch of ``text`` that ``words`` were probably copied from, or None if none is like it.

    Meant for a quotation with a character too many, too few or changed.
    """
    if len(words) * len(text) > _MOST:
        return None
    matcher = SequenceMatcher(None, text, words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    start = max(0, blocks[0].a - blocks[0].b)
    end = blocks[-1].a + len(words) - blocks[-1].b
    passage = text[start:end]
    alike = SequenceMatcher(None, passage, words, autojunk=False).ratio() >= CLOSE_PASSAGE
    return passage if alike else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "")
