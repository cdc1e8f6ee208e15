"""The papers around a text: number, signature, date, copies; facts, and never a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from macros.importing.lines import TextLine
from macros.text.numerals import value
from macros.text.punctuation import BLANKS
from macros.words.notation import say, words

_LONGEST_SIGNATURE = 40
_MOST_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class Papers:
    """What the lines around a text say of it, each "" where they say nothing.

    ``issued`` is the day of the signature, written 2026-09-01.
    """

    title: str
    number: str
    issuer: str
    issued: str


def before_papers(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines up to the first of those, behind the last number, that only papers have."""
    last = max((n for n, line in enumerate(lines) if line.mark), default=-1)
    for n, line in enumerate(lines[last + 1 :], start=last + 1):
        if n and _is_paper(_shown(line)):
            return tuple(lines[:n])
    return tuple(lines)


def papers(opening: Sequence[TextLine], closing: Sequence[TextLine]) -> Papers:
    """The papers that stand before the first unit of a text and behind the last one."""
    number = next((_shown(line) for line in opening if _number().fullmatch(_shown(line))), "")
    # A letter that brings the text is signed before it.
    first = next((n for n, line in enumerate(opening) if _ends(line)), len(opening))
    issuer, issued = _signature(opening[first:])
    if not issued:
        issuer, issued = _signature(closing)
    return Papers(title(opening), number, issuer, issued)


def _signature(lines: Sequence[TextLine]) -> tuple[str, str]:
    """Who signed and on which day, each "" if the lines do not say so."""
    said = [_shown(line) for line in lines if line.says]
    at, day = next(((n, day) for n, one in enumerate(said) if (day := _day(one))), (0, ""))
    issuer = said[at - 1] if at else ""
    if len(issuer) > _LONGEST_SIGNATURE or any(stop in issuer for stop in say("stops")):
        issuer = ""
    return issuer, day


def _ends(line: TextLine) -> bool:
    return line.rest[-1:] in tuple(say("ends"))


def title(opening: Sequence[TextLine]) -> str:
    """The first line of an opening, with the next ones if the title goes on over them."""
    first = next((n for n, line in enumerate(opening) if line.says), len(opening))
    head = list(_title_lines(opening[first:]))
    for length in range(1, len(head) + 1):
        if head[length - 1].endswith(words("kinds-of-text")):
            return "".join(head[:length])
    return head[0] if head else ""


def _title_lines(lines: Sequence[TextLine]) -> Iterator[str]:
    for line in lines[:_MOST_TITLE_LINES]:
        shown = line.text.lstrip("# ").strip(BLANKS)
        is_number = _number().fullmatch(shown) or _day(shown)
        if not shown or is_number or any(stop in shown for stop in say("ends") + say("address")):
            return
        yield shown


def _is_paper(shown: str) -> bool:
    printed = shown.endswith(say("printed")) and _date().search(shown)
    return bool(_day(shown) or printed or shown.startswith(words("papers")))


def _shown(line: TextLine) -> str:
    return line.text.strip(f"{BLANKS}*#")


def _day(shown: str) -> str:
    """The day that a line is, written 2026-09-01; "" if it is none."""
    match = _date().fullmatch(shown)
    if match is None:
        return ""
    year = "".join(map(_digit, match["year"]))
    month, day = value(match["month"]) or 0, value(match["day"]) or 0
    return f"{year}-{month:02}-{day:02}" if month in range(1, 13) and day in range(1, 32) else ""


def _digit(numeral: str) -> str:
    return numeral if numeral.isdecimal() else str(value(numeral) or 0)


@cache
def _date() -> re.Pattern[str]:
    digits = f"[0-9{say('digits')}]"
    parts = {"year": f"{digits}{{4}}", "month": f"[0-9{say('digits')}]{{1,3}}"}
    parts["day"] = parts["month"]
    blank = f"[{BLANKS}]*"
    return re.compile(
        blank.join(f"(?P<{name}>{found}){blank}{say(name)}" for name, found in parts.items())
    )


@cache
def _number() -> re.Pattern[str]:
    brackets = say("number-brackets")
    return re.compile(
        rf"\S{{1,20}}[{brackets}][0-9]{{4}}[{brackets}]{say('ordinal')}?[0-9]{{1,5}}{say('number')}"
    )
