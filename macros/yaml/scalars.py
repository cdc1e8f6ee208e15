"""One scalar of a YAML text: what about the way it is written is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from macros.yaml.characters import is_unseen, opens_its_line, without_unseen

MOST_CHARACTERS = 50_000
"""The longest scalar that is read."""

_NULLS = frozenset({"~", "null", "Null", "NULL"})
_PLAIN = (None, "")
_COMMENT = re.compile(r" +(?=#)")
# In double quotes these escapes are read; any other one hides what a reader would see, except for
# odd blanks, and for what could not be seen on a line without words.
_ESCAPE = re.compile(r'\\(?:["\\n]|u(?P<unseen>[0-9A-F]{4})|(?P<other>.))')

Fault = tuple[str, int, dict[str, str]]
"""A code, how many characters after the scalar's start it stands, and the params."""


def faults(event: Any, text: str, is_key: bool) -> Iterator[Fault]:
    """What is wrong with the scalar of a parser's ``event`` in ``text``."""
    value = event.value
    if len(value) > MOST_CHARACTERS:
        yield "Y18", 0, {"length": str(len(value)), "most": str(MOST_CHARACTERS)}
    elif event.tag:
        yield "Y32", 0, {"tag": event.tag}
    elif event.anchor:
        yield "Y30", 0, {"anchor": event.anchor}
    elif event.style in _PLAIN:
        yield from _plain(event, text, is_key)
    elif event.style in ("'", '"'):
        yield from _quoted(event, text)
    elif event.style == ">":
        yield "Y39", 0, {}


def stands_as_typed(event: Any) -> int | None:
    """How far behind its start a scalar's characters stand one by one: 0, 1, or None if never."""
    start, end = event.start_mark, event.end_mark
    if start.line != end.line:
        return None
    if event.style in _PLAIN:
        return 0
    return 1 if end.index - start.index == len(event.value) + 2 else None


def _plain(event: Any, text: str, is_key: bool) -> Iterator[Fault]:
    start, end = event.start_mark, event.end_mark
    if not event.value:
        yield "Y41", 0, {}
    elif event.value == "-":
        # Only in brackets; what YAML calls a text there begins with more than a dash.
        yield "Y26", 0, {"sign": "-"}
    elif event.value[0] == "-" and opens_its_line(text, start.index):
        yield "Y19", 0, {}
    elif start.line != end.line:
        yield "Y38", 0, {"lines": str(end.line - start.line + 1)}
    elif event.value in _NULLS and not is_key:
        yield "Y42", 0, {"word": event.value}
    elif text[end.index : end.index + 1] == " " and (comment := _COMMENT.match(text, end.index)):
        line_end = text.find("\n", comment.end())
        rest = text[comment.end() : line_end if line_end >= 0 else len(text)]
        yield "Y43", comment.end() - start.index, {"lost": rest}


def _quoted(event: Any, text: str) -> Iterator[Fault]:
    start, end = event.start_mark, event.end_mark
    if start.line != end.line:
        yield "Y39", 0, {}
    elif event.style == '"' and end.index - start.index != len(event.value) + 2:
        for match in _ESCAPE.finditer(text, start.index, end.index):
            if match["other"] or (match["unseen"] and not _shows(match["unseen"], event.value)):
                escape = text[match.start() : match.end()]
                yield "Y27", match.start() - start.index, {"sign": escape}


def _shows(code: str, value: str) -> bool:
    """Whether an escape shows what would be unseen and a text of record may hold."""
    character = chr(int(code, 16))
    return is_unseen(character) and character not in without_unseen(value)
