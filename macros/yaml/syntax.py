"""What the YAML parser complains of, as a finding at the place an editor has to mend."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml import MarkedYAMLError, YAMLError
from yaml.error import Mark

from macros.text.diagnostics import Diagnostic
from macros.text.location import Location

# A piece of the parser's problem or context → the code, and whether the finding stands where the
# construct began (else where the parser stopped). The first row that fits counts.
_COMPLAINTS = (
    ("directive", "Y37", True),
    ("tag", "Y32", True),
    ("found unexpected end of stream", "Y20", True),
    ("found unexpected document indicator", "Y20", True),
    ("escape", "Y27", False),
    ("hexdecimal", "Y27", False),
    ("expected ',' or", "Y22", False),
    ("expected node content", "Y22", False),
    ("mapping values are not allowed", "Y23", False),
    ("could not find expected ':'", "Y24", True),
    ("are not allowed in this context", "Y26", False),
    ("cannot start any token", "Y26", False),
    ("expected alphabetic or numeric", "Y26", True),
    ("scanning a block scalar", "Y26", True),
    ("scanning an a", "Y26", True),
    ("did not find expected", "Y25", False),
)

_FIELD = r"^\s*(?:-\s+)*[A-Za-z_]\w*"
# A field and its value on one line; the indent counts the dashes of a list.
_LINE = re.compile(r"([ -]*)[A-Za-z_]\w*: ")
# What an editor's hand does on the line itself, or Git's where two changed one place, said before
# the parser's own complaint.
_SLIPS = (
    (re.compile(r"(<{7}|={7}|>{7})(?: |$)"), "Y44"),
    (re.compile(_FIELD + "(\uff1a)"), "Y29"),
    (re.compile(_FIELD + r"(:)(?=[^\s/])"), "Y24"),
    (re.compile(r"^\s*(-)(?=[^\s\-])"), "Y19"),
)


# What an open bracket or a slipped line makes of the values before it.
_CONSEQUENCES = frozenset({"Y19", "Y38", "Y39", "Y41"})


def explained(
    error: YAMLError, before: Sequence[Diagnostic], text: str, file: str
) -> tuple[Diagnostic, ...]:
    """The findings ``before`` a syntax error that are not its consequence, and its own."""
    last = finding(error, text, file)
    kept = (
        found
        for found in before
        if found.code not in _CONSEQUENCES or found.location.line < last.location.line - 1
    )
    return (*kept, last)


def finding(error: YAMLError, text: str, file: str) -> Diagnostic:
    """The one finding that a syntax error of ``text`` comes to."""
    lines = text.split("\n")
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _finding("Y28", file, 0, 0, lines)
    problem = error.problem_mark
    context = error.context_mark or problem
    slip = _slip(lines, context.line if error.context_mark else problem.line - 1, problem.line)
    if slip:
        return _finding(slip[0], file, slip[1], slip[2], lines)
    said = f"{error.context or ''} {error.problem or ''}"
    code, at_context = next(
        ((code, start) for words, code, start in _COMPLAINTS if words in said), ("Y28", False)
    )
    mark = context if at_context or _unclosed(code, context, problem) else problem
    if code == "Y25":
        code = _after_closing(lines, mark) or code
    if code == "Y23" and (indent := _deeper(lines, mark.line)):
        return _finding("Y25", file, mark.line, indent, lines)
    return _finding(code, file, mark.line, mark.column, lines)


def _slip(lines: list[str], first: int, last: int) -> tuple[str, int, int] | None:
    """The first line between two that shows a slip of the hand: code, line and column from 0."""
    for line in range(max(0, first, last - 3), min(last + 1, len(lines))):
        for pattern, code in _SLIPS:
            if match := pattern.match(lines[line]):
                return code, line, match.start(1)
    return None


def _deeper(lines: list[str], line: int) -> int | None:
    """The indent of a field that stands deeper than the field before it, and so was no field."""
    here, before = (_LINE.match(lines[at]) if at >= 0 else None for at in (line, line - 1))
    if here and before and here.end(1) > before.end(1):
        return here.end(1)
    return None


def _unclosed(code: str, context: Mark, problem: Mark) -> bool:
    """Whether a bracket was left open: the parser stops on a later line than it stands on."""
    return code == "Y22" and context.line < problem.line


def _after_closing(lines: list[str], mark: Mark) -> str | None:
    """The code for text that follows a closed quotation or bracket on its line."""
    before = lines[mark.line][: mark.column].rstrip(" ") if mark.line < len(lines) else ""
    return {"'": "Y21", '"': "Y21", "]": "Y22", "}": "Y22"}.get(before[-1:])


def _finding(code: str, file: str, line: int, column: int, lines: list[str]) -> Diagnostic:
    if line >= len(lines):
        # The parser counts one line more where the last one has no end.
        line, column = len(lines) - 1, len(lines[-1])
    written = lines[line]
    sign = written[column : column + 1]
    if code == "Y27":
        column = written.rindex("\\", 0, column + 1)
        sign = written[column : column + 2]
    return Diagnostic(code, Location(file, line + 1, column + 1), {"sign": sign})
