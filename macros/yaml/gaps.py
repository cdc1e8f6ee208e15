"""What stands between two values of a YAML text, and libyaml takes though YAML does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A comment up to the end of its line, and a sign that says "here is a key".
_COMMENT_OR_SIGN = re.compile(r"#[^\n]*|\?")
_HEADER = re.compile(r"[|>][-+0-9]*(?=#)")


def faults(text: str, start: int, end: int) -> Iterator[tuple[str, int, str]]:
    """Code, offset and sign of each fault in ``text`` between ``start`` and ``end``.

    Y45: a comment with no blank before it, Y26: a key behind a question mark. ``end`` may be where
    a block text begins, with the sign that says so and perhaps a comment of its own.
    """
    for found in _COMMENT_OR_SIGN.finditer(text, start, end):
        if found[0] == "?":
            yield "Y26", found.start(), "?"
        elif found.start() and text[found.start() - 1] not in " \n":
            yield "Y45", found.start(), "#"
    if header := _HEADER.match(text, end):
        yield "Y45", header.end(), "#"
