"""A table of contents at the head of a text: its lines are numbered, but open no unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.importing.choices import refused
from macros.importing.lines import Line
from macros.text.punctuation import BLANKS
from macros.words.notation import say, words

# Leaders and the number of a page, behind a title.
_PAGE = re.compile("[.\u2026\u00b7]*[(\uff08]?[0-9]*[)\uff09]?$")
_LONGEST_ENTRY = 200


def without_contents(lines: Sequence[Line], file: str) -> tuple[Line, ...]:
    """The lines, those of a table of contents without their numbers.

    The table goes from its heading to the line before which its first entry occurs again. Refused
    (I09) if it never does: then it cannot be told where the table ends.
    """
    begin = next((n for n, line in enumerate(lines) if line.mark), 0)
    opening = enumerate(lines[:begin])
    head = next((n for n, line in opening if _plain(line.text) == say("contents")), None)
    if head is None:
        return tuple(lines)
    first = next(n for n in range(head + 1, len(lines)) if lines[n].says)
    end = next(
        (n for n in range(first + 1, len(lines)) if _entry(lines[n]) == _entry(lines[first])), None
    )
    if end is None:
        raise refused("I09", file, lines[first], lines[head])
    listed = (replace(line, mark=None) for line in lines[head:end])
    return (*lines[:head], *listed, *lines[end:])


def _plain(text: str) -> str:
    return re.sub(rf"[{BLANKS}#*]", "", text)


def _entry(line: Line) -> str:
    plain = _plain(line.text)
    return plain if len(plain) > _LONGEST_ENTRY else _PAGE.sub("", plain)


def before_annexes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines up to the first, behind the first numbered one, that names an annex."""
    first = next((n for n, line in enumerate(lines) if line.mark), len(lines))
    for n, line in enumerate(lines[first:], start=first):
        if _names_annex(line):
            return tuple(lines[:n])
    return tuple(lines)


def _names_annex(line: Line) -> bool:
    shown = line.text.strip(f"{BLANKS}#*")
    for annex in words("annexes"):
        if shown.startswith(annex):
            behind = shown[len(annex) : len(annex) + 1]
            return not behind.isalpha() or behind.isnumeric()
    return False
