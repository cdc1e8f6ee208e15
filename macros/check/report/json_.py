"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from macros.check.report.wording import counts, manual
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.words.messages import message


def as_json(findings: Sequence[Diagnostic], figures: Mapping[str, object] | None = None) -> str:
    """An object with ``version`` 1, ``findings`` in order, and ``summary``, the counts by severity.

    ``figures``, if there are any, stand beside them.

    A finding has ``code``, ``severity``, ``message``, ``hint``, ``suggestion`` (a string or null),
    ``params``, ``page`` (where the site explains it), ``file``, ``line``, ``column`` (both 0 for a
    file as a whole), and ``also``, other places.
    """
    content = {
        "version": 1,
        "findings": [_as_object(found) for found in findings],
        "summary": counts(findings),
        **({} if figures is None else {"figures": dict(figures)}),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _as_object(found: Diagnostic) -> dict[str, object]:
    words = message(found.code)
    return {
        "code": found.code,
        "severity": words.severity.value,
        "message": words.says(found.params),
        "hint": words.advises(found.params),
        "suggestion": found.suggestion,
        "params": dict(sorted(found.params.items())),
        "page": manual(found.code),
        **_place(found.location),
        "also": [_place(place) for place in found.also],
    }


def _place(where: Location) -> dict[str, object]:
    return {"file": where.file, "line": where.line, "column": where.column}
