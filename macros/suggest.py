"""The word an editor probably meant: the nearest of the words that would be right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE = 0.6
"""How alike two words must be, from 0 (nothing in common) to 1 (the same)."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None if none is like it.

    Case, blanks and the difference between ``-`` and ``_`` do not count. Of two candidates equally
    near, the first in alphabetical order is taken, so the answer does not depend on their order.
    """
    wanted = _plain(word)
    best: tuple[float, str] | None = None
    for candidate in sorted(set(candidates)):
        matcher = SequenceMatcher(None, wanted, _plain(candidate), autojunk=False)
        if matcher.real_quick_ratio() < CLOSE or matcher.quick_ratio() < CLOSE:
            continue
        likeness = matcher.ratio()
        if likeness >= CLOSE and (best is None or likeness > best[0]):
            best = likeness, candidate
    return best[1] if best else None


def nearest_passage(words: str, text: str) -> str | None:
    """The stretch of ``text`` that ``words`` were probably copied from, or None if none is like it.

    Meant for a quotation with a character too many, too few or changed.
    """
    matcher = SequenceMatcher(None, text, words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    start = max(0, blocks[0].a - blocks[0].b)
    end = blocks[-1].a + len(words) - blocks[-1].b
    passage = text[start:end]
    alike = SequenceMatcher(None, passage, words, autojunk=False).ratio() >= CLOSE
    return passage if alike else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "")
