"""A measure's text as clauses: one a sentence, with what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.text.punctuation import BLANKS, has_words
from macros.words.notation import say


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as code points from 0, without blanks at their edges.

    A line end always ends a sentence; a stop does where no quotation or bracket is open. What
    holds no words, such as a ruled line, is no sentence.
    """
    at = start
    for line in text[start:end].split("\n"):
        for first, last in _sentences(line):
            yield at + first, at + last
        at += len(line) + 1


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    first = 0
    for end in (*_ends(line), len(line)):
        words = line[first:end]
        if has_words(words):
            yield (
                end - len(words.lstrip(BLANKS)),
                end - len(words) + len(words.rstrip(BLANKS)),
            )
            first = end


def _ends(line: str) -> Iterator[int]:
    """Where sentences of a line end, behind the last of several stops."""
    for at in outside(line, say("ends")):
        if line[at + 1 : at + 2] not in tuple(say("ends")):
            yield at + 1


def outside(line: str, signs: str) -> Iterator[int]:
    """Where one of the ``signs`` stands outside of quotations and brackets.

    One that is opened and never closed on the line is passed over.
    """
    pairs = say("pairs")
    opens, shuts = pairs[::2], pairs[1::2]
    depth = 0
    last = max(map(line.rfind, shuts))
    for at, character in enumerate(line):
        if character in opens:
            depth += 1
        elif character in shuts:
            depth = max(0, depth - 1)
        elif character in signs and (depth == 0 or at > last):
            yield at
