"""Findings as text for editors: the line, a caret, what to do, where to read more."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from macros.check.report.wording import counts, manual
from macros.text.diagnostics import MOST_OTHERS, Diagnostic
from macros.text.location import Location
from macros.text.punctuation import visible
from macros.words.catalogue import say
from macros.words.messages import message

# How many terminal columns a source line may take, and how many of them before the caret.
_WIDE = 96
_BEFORE = 56
_INDENT = "    "
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def as_text(findings: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """Each finding with its source line and a caret, its hint and suggestion; then the counts.

    ``sources`` maps the files' shown paths to their text; a file that is not in it is named only.
    """
    files = dict.fromkeys(found.location.file for found in findings)
    lines = {file: sources.get(file, "").split("\n") for file in files}
    blocks = ["\n".join(_block(found, lines[found.location.file])) for found in findings]
    return "\n\n".join((*blocks, _summary(findings))) + "\n"


def _summary(findings: Sequence[Diagnostic]) -> str:
    """One line: how many findings there are of each severity."""
    if not findings:
        return say("report.none")
    return say("report.summary", total=len(findings), **counts(findings))


def _block(found: Diagnostic, lines: Sequence[str]) -> Iterator[str]:
    words = message(found.code)
    severity = say(f"severity.{words.severity}")
    says = visible(words.says(found.params))
    yield f"{found.location}: {severity}[{found.code}] {says}"
    for line in _excerpt(found.location, lines):
        yield _INDENT + line
    yield _INDENT + say("report.hint", hint=visible(words.advises(found.params)))
    if found.suggestion is not None:
        yield _INDENT + say("report.suggestion", suggestion=visible(found.suggestion))
    for place in found.also[:MOST_OTHERS]:
        yield _INDENT + say("report.also", place=place)
    if more := len(found.also[MOST_OTHERS:]):
        yield _INDENT + say("report.others", count=more)
    yield _INDENT + say("report.more", page=manual(found.code))


def _excerpt(where: Location, lines: Sequence[str]) -> Iterator[str]:
    """The source line, or as much of it around the column as fits, and a caret under it."""
    if not 0 < where.line <= len(lines):
        return
    line = lines[where.line - 1]
    at = min(max(where.column - 1, 0), len(line))
    before, after = visible(line[:at]).lstrip(" "), visible(line[at:])
    if _width(before) > _BEFORE and _width(before + after) > _WIDE:
        before = _CUT + _fitting(before[::-1], _BEFORE)[::-1]
    if _width(before + after) > _WIDE:
        after = _fitting(after, _WIDE - _width(before)) + _CUT
    yield before + after
    yield " " * _width(before) + "^"


def _fitting(text: str, width: int) -> str:
    """As much of the beginning of ``text`` as fits ``width`` columns."""
    taken = 0
    for at, character in enumerate(text):
        taken += _width(character)
        if taken > width:
            return text[:at]
    return text


def _width(text: str) -> int:
    """How many columns ``text`` takes on a terminal: Chinese characters take two."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )
