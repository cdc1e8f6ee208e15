"""Findings as text for editors, as JSON for programs, as workflow commands for code hosts."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from macros.diagnostics import Diagnostic, Severity
from macros.location import Location
from macros.messages import message
from macros.words import say

# How many terminal columns a source line may take, and how many of them before the caret.
_WIDE = 96
_BEFORE = 56
_INDENT = "    "
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def as_text(findings: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """Each finding with its source line and a caret, its hint and suggestion; then the counts.

    ``sources`` maps the files' shown paths to their text; a file that is not in it is named only.
    """
    blocks = ["\n".join(_block(found, sources)) for found in findings]
    return "\n\n".join((*blocks, summary(findings))) + "\n"


def summary(findings: Sequence[Diagnostic]) -> str:
    """One line: how many findings there are of each severity."""
    if not findings:
        return say("report.none")
    return say("report.summary", total=len(findings), **_counts(findings))


def as_json(findings: Sequence[Diagnostic], figures: Mapping[str, object] | None = None) -> str:
    """An object with ``version`` 1, ``findings`` in order, and ``summary``, the counts by severity.

    ``figures``, if there are any, stand beside them.

    A finding has ``code``, ``severity``, ``message``, ``hint``, ``suggestion`` (a string or null),
    ``params``, ``file``, ``line``, ``column`` (both 0 for a file as a whole), and ``also``, other
    places.
    """
    content = {
        "version": 1,
        "findings": [_as_object(found) for found in findings],
        "summary": _counts(findings),
        **({} if figures is None else {"figures": dict(figures)}),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Sequence[Diagnostic]) -> str:
    """One workflow command a finding, which GitHub shows beside the changed line."""
    return "".join(f"{_command(found)}\n" for found in findings)


def _block(found: Diagnostic, sources: Mapping[str, str]) -> Iterator[str]:
    words = message(found.code)
    severity = say(f"severity.{words.severity}")
    says = visible(words.says(found.params))
    yield f"{found.location}: {severity}[{found.code}] {says}"
    for line in _excerpt(found.location, sources):
        yield _INDENT + line
    yield _INDENT + say("report.hint", hint=visible(words.advises(found.params)))
    if found.suggestion is not None:
        yield _INDENT + say("report.suggestion", suggestion=visible(found.suggestion))
    for place in found.also:
        yield _INDENT + say("report.also", place=place)


def _excerpt(where: Location, sources: Mapping[str, str]) -> Iterator[str]:
    """The source line, or as much of it around the column as fits, and a caret under it."""
    lines = sources.get(where.file, "").split("\n")
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


def visible(text: str) -> str:
    """``text`` with a picture for each control or invisible character, safe on a terminal."""
    return "".join(map(_picture, text))


def _picture(character: str) -> str:
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    if not character.isprintable() and character != "\N{IDEOGRAPHIC SPACE}":
        return f"<U+{ord(character):04X}>"
    return character


def _counts(findings: Sequence[Diagnostic]) -> dict[str, int]:
    found = Counter(message(finding.code).severity for finding in findings)
    return {severity.value: found[severity] for severity in Severity}


def _as_object(found: Diagnostic) -> dict[str, object]:
    words = message(found.code)
    return {
        "code": found.code,
        "severity": words.severity.value,
        "message": words.says(found.params),
        "hint": words.advises(found.params),
        "suggestion": found.suggestion,
        "params": dict(sorted(found.params.items())),
        **_place(found.location),
        "also": [_place(place) for place in found.also],
    }


def _place(where: Location) -> dict[str, object]:
    return {"file": where.file, "line": where.line, "column": where.column}


def _command(found: Diagnostic) -> str:
    words = message(found.code)
    properties = {"file": found.location.file}
    if found.location.line:
        properties |= {"line": str(found.location.line), "col": str(found.location.column)}
    properties["title"] = found.code
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = [words.says(found.params), words.advises(found.params)]
    if found.suggestion is not None:
        text.append(say("report.suggestion", suggestion=found.suggestion))
    return f"::{words.severity} {shown}::{_data(chr(10).join(text))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
