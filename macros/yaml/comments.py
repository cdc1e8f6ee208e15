"""The comments and blank lines of a YAML text, in their order, for whom they stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.yaml.tree import BLANK

_COMMENT = re.compile(r"#.*")


@dataclass(frozen=True, slots=True)
class Note:
    """A comment or ``BLANK``: where it begins, how far in, and whether it has a line of its own."""

    text: str
    start: int
    column: int
    alone: bool


class Notes:
    """The notes of a text that nobody has taken yet."""

    def __init__(self, text: str, scalars: Iterable[tuple[int, int]]) -> None:
        """Find the notes between the ``scalars`` of ``text``, given from where to where."""
        self._text = text
        self._waiting = [*_between(text, scalars)][::-1]

    def before(self, offset: int) -> tuple[str, ...]:
        """Take what stands before ``offset``."""
        taken = []
        while self._waiting and self._waiting[-1].start < offset:
            taken.append(self._waiting.pop().text)
        return tuple(taken)

    def beside(self, offset: int, limit: int) -> str:
        """Take the comment before ``limit`` that ends the line of ``offset``; "" if none does."""
        if self._waiting:
            note = self._waiting[-1]
            is_here = note.start < limit and "\n" not in self._text[offset : note.start]
            if is_here and not note.alone:
                return self._waiting.pop().text
        return ""

    def below(self, column: int, offset: int) -> tuple[str, ...]:
        """Take the lines of comment before ``offset`` that stand at ``column`` or further in."""
        count = 0
        for ahead, note in enumerate(reversed(self._waiting), 1):
            if not note.alone or note.start >= offset:
                break
            if note.text is not BLANK:
                if note.column < column:
                    break
                count = ahead
        return tuple(self._waiting.pop().text for _ in range(count))


def _between(text: str, scalars: Iterable[tuple[int, int]]) -> Iterator[Note]:
    last = 0
    for start, end in scalars:
        yield from _in_gap(text, last, start)
        if text[start] in "|>" and (note := _COMMENT.search(text, start, text.find("\n", start))):
            yield Note(note[0], note.start(), 0, alone=False)
        last = end
    yield from _in_gap(text, last, len(text))


def _in_gap(text: str, start: int, end: int) -> Iterator[Note]:
    """The notes between two scalars, where nothing but marks of syntax stands beside them."""
    at = start
    for number, line in enumerate(text[start:end].split("\n")):
        opens = number > 0 or start == 0
        if opens and not line.strip(" ") and at + len(line) < end:
            yield Note(BLANK, at, 0, alone=True)
        elif note := _COMMENT.search(line):
            alone = opens and not line[: note.start()].strip(" ")
            yield Note(note[0].rstrip(" "), at + note.start(), note.start(), alone)
        at += len(line) + 1
