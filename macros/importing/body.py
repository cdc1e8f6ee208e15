"""The body of a text: without its list of contents before it and its annexes behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.importing.choices import refused
from macros.importing.lines import TextLine
from macros.importing.marks import HEADINGS, NumberingStyle
from macros.text.numerals import CHINESE
from macros.text.punctuation import BLANKS, has_words
from macros.words.notation import say, words

# Leaders and the number of a page, behind a title.
_PAGE = re.compile("[.\u2026\u00b7]*[(\uff08]?[0-9]*[)\uff09]?$")
_LONGEST_ENTRY = 200


def without_contents(lines: Sequence[TextLine], file: str) -> tuple[TextLine, ...]:
    """The lines, those of a table of contents without their numbers.

    The table goes from its heading to the line before which its first entry occurs again. Refused
    (I09) if it never does: then it cannot be told where the table ends. Without a heading, headings
    in a row at the beginning are a table if they occur again.
    """
    begin = next((n for n, line in enumerate(lines) if line.mark), 0)
    opening = enumerate(lines[:begin])
    head = next((n for n, line in opening if _plain(line.text) == say("contents")), None)
    if head is None:
        bare = _bare_contents(lines)
        return (*(replace(line, mark=None) for line in lines[:bare]), *lines[bare:])
    first = next(n for n in range(head + 1, len(lines)) if lines[n].says)
    end = next(
        (n for n in range(first + 1, len(lines)) if _entry(lines[n]) == _entry(lines[first])), None
    )
    if end is None:
        raise refused("I09", file, lines[first], lines[head])
    listed = (replace(line, mark=None) for line in lines[head:end])
    return (*lines[:head], *listed, *lines[end:])


def _bare_contents(lines: Sequence[TextLine]) -> int:
    """Where a table of contents without a heading ends; 0 if there is none."""
    said = [(n, line) for n, line in enumerate(lines) if line.says]
    marked = [(at, n, line) for at, (n, line) in enumerate(said) if line.mark]
    if not marked:
        return 0
    at, n, first = marked[0]
    if _lists_headings(first):
        return n + 1
    for n, line in said[at + 1 :]:
        if line.mark is None or line.mark.style not in HEADINGS:
            return 0
        if _entry(line) == _entry(first):
            return n
    return 0


def _lists_headings(line: TextLine) -> bool:
    """Whether a line is a whole table of contents: a heading with others behind it."""
    if line.mark is None or line.mark.style not in HEADINGS:
        return False
    another = rf"[{BLANKS}]{say('ordinal')}{CHINESE}{say(line.mark.style)}[{BLANKS}]"
    return re.search(another, line.rest) is not None


def without_lists_of_annexes(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines, those of a list of annexes without their numbers, which count annexes."""
    found: list[TextLine] = []
    listing = 0
    for line in lines:
        if _names_annex(line) and has_words(line.text.partition(say("address"))[2]):
            listing = 1
        elif line.mark and line.mark.style is NumberingStyle.ARABIC and listing:
            listing += 1
            if line.mark.worth != (listing, 0) or line.rest[-1:] in (*say("ends"), "\uff1b"):
                listing = 0
        elif line.says:
            listing = 0
        found.append(replace(line, mark=None) if listing > 1 else line)
    return tuple(found)


def _plain(text: str) -> str:
    return re.sub(rf"[{BLANKS}#*]", "", text)


def _entry(line: TextLine) -> str:
    plain = _plain(line.text)
    return plain if len(plain) > _LONGEST_ENTRY else _PAGE.sub("", plain)


def before_annexes(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines up to the first, behind the first numbered one, that names an annex."""
    first = next((n for n, line in enumerate(lines) if line.mark), len(lines))
    for n, line in enumerate(lines[first:], start=first):
        if _names_annex(line):
            return tuple(lines[:n])
    return tuple(lines)


def _names_annex(line: TextLine) -> bool:
    shown = line.text.strip(f"{BLANKS}#*")
    for annex in words("annexes"):
        if shown.startswith(annex):
            behind = shown[len(annex) : len(annex) + 1]
            return not behind.isalpha() or behind.isnumeric()
    return shown[:1] == say("annex") and shown[1:2] in tuple(f":{say('address')}")
