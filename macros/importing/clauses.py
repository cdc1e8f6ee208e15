"""A measure's text as clauses: one a sentence, with what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.importing.notation import BLANKS, has_words, sign


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
    """Where sentences of a line end, behind the marks that close with them."""
    pairs = sign("pairs")
    opens, shuts = pairs[::2], pairs[1::2]
    depth = 0
    at = 0
    while at < len(line):
        character = line[at]
        at += 1
        if character in opens:
            depth += 1
        elif character in shuts:
            depth = max(0, depth - 1)
        elif character in sign("ends") and (depth == 0 or not any(s in line[at:] for s in shuts)):
            while at < len(line) and line[at] in sign("ends"):
                at += 1
            yield at
