"""A text as lines, each with the number that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.importing.marks import DECIMALS, HEADINGS, Mark, NumberingStyle, find, find_decimal
from macros.text.punctuation import BLANKS, has_words
from macros.words.notation import say

LONGEST_HEADING = 40
"""How many code points a heading has at the most."""

_FEWEST_DECIMALS = 2
# A text with these has other numbers for its units, whatever its tables hold.
_OUTER = (*HEADINGS, NumberingStyle.ARTICLE, NumberingStyle.HAN)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a text, without its line end.

    ``number`` counts from 1; ``start`` is its first code point in the text, from 0. ``mark`` is
    the number that opens it, unless it is only listed in a table of contents.
    """

    number: int
    start: int
    text: str
    mark: Mark | None

    @property
    def end(self) -> int:
        """Behind its last code point."""
        return self.start + len(self.text)

    @property
    def says(self) -> bool:
        """Whether it holds words, not only blanks and marks."""
        return has_words(self.text)

    @property
    def rest(self) -> str:
        """Its words behind the number, without blanks around them."""
        return self.text[self.mark.end if self.mark else 0 :].strip(BLANKS).removesuffix("**")

    @property
    def is_title_like(self) -> bool:
        """Whether the words behind the number are few and hold no stop."""
        return 0 < len(self.rest) <= LONGEST_HEADING and not any(
            stop in self.rest for stop in say("stops")
        )


def by_decimals(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines of a text that is numbered 1, 1.1, 1.1.1, with these numbers, else as they are."""
    found = {n: mark for n, line in enumerate(lines) if (mark := find_decimal(line.text))}
    below = [mark for mark in found.values() if mark.style is not DECIMALS[0]]
    if len(below) < _FEWEST_DECIMALS or any(
        line.mark and line.mark.style in _OUTER for line in lines
    ):
        return tuple(lines)
    return tuple(replace(line, mark=found.get(n, line.mark)) for n, line in enumerate(lines))


def split(text: str) -> tuple[TextLine, ...]:
    """The lines of ``text``."""
    lines = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        lines.append(TextLine(number, start, line, find(line)))
        start += len(line) + 1
    return tuple(lines)
