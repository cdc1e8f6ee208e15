"""Two texts as one: what stayed, what went and what came, in stretches that a reader can read.

Chinese has no blanks between words, so characters are compared, but numbers and Latin words stay
whole, and what would be confetti, a character or two that stayed by chance, goes with its
surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Marks that end a phrase, in Chinese: , . ; : ideographic comma, ! ? and the end of a line.
_MARKS = r"\uff0c\u3002\uff1b\uff1a\u3001\uff01\uff1f\n"
# A phrase with the mark that ends it; then what is never cut: a number, a Latin word, a character.
_PHRASE = re.compile(rf"[^{_MARKS}]*[{_MARKS}]?")
_UNIT = re.compile(r"[0-9]+|[A-Za-z]+|.", re.DOTALL)

# Comparing takes the product of both lengths; beyond this a stretch is replaced as a whole.
_MOST = 1_000_000
# As much as may stay by chance between two changes.
_CHANCE = 2


class Fate(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DifferencePart:
    """A stretch of text: ``same`` in both, only ``old``, or only ``new``."""

    fate: Fate
    text: str


def runs(old: str, new: str) -> tuple[DifferencePart, ...]:
    """The two texts as stretches, in order; what went stands before what came in its place.

    Those that are not new make ``old``, those that are not old make ``new``.
    """
    steps = _cleaned(list(_by_phrases(old, new)))
    return tuple(
        DifferencePart(fate, text)
        for same, went, came in steps
        for fate, text in ((Fate.SAME, same), (Fate.OLD, went), (Fate.NEW, came))
        if text
    )


_Step = tuple[str, str, str]
"""What stayed, and what went and came behind it."""


def _by_phrases(old: str, new: str) -> Iterator[_Step]:
    """Compare phrase by phrase, and by characters only where phrases differ."""
    one, other = _PHRASE.findall(old), _PHRASE.findall(new)
    for same, went, came in _compared(one, other):
        if went and came:
            units = _UNIT.findall(went), _UNIT.findall(came)
            yield same, "", ""
            yield from _compared(*units)
        else:
            yield same, went, came


def _compared(one: Sequence[str], other: Sequence[str]) -> Iterator[_Step]:
    if len(one) * len(other) > _MOST:
        yield "", "".join(one), "".join(other)
        return
    same = ""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            same = "".join(one[i1:i2])
        else:
            yield same, "".join(one[i1:i2]), "".join(other[j1:j2])
            same = ""
    if same:
        yield same, "", ""


def _cleaned(steps: list[_Step]) -> list[_Step]:
    """The steps without empty ones, and without what stayed by chance between two changes."""
    clean: list[_Step] = []
    for same, went, came in steps:
        if clean and (not same or _is_chance(same, clean[-1], (same, went, came))):
            before = clean[-1]
            # Nothing changed before it: what stayed only goes on.
            if before[1] or before[2]:
                clean[-1] = (before[0], before[1] + same + went, before[2] + same + came)
            else:
                clean[-1] = (before[0] + same, went, came)
        elif clean and not (clean[-1][1] or clean[-1][2]):
            clean[-1] = (clean[-1][0] + same, went, came)
        else:
            clean.append((same, went, came))
    return clean


def _is_chance(same: str, before: _Step, after: _Step) -> bool:
    """Whether a stretch is shorter than what changed on both sides of it."""
    changed = [max(len(went), len(came)) for _, went, came in (before, after)]
    return len(same) <= _CHANCE and len(same) < min(changed)
