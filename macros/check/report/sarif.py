"""Findings as SARIF 2.1.0, the common format of programs that check."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from macros.check.report.wording import manual, whole
from macros.text.diagnostics import Diagnostic, Severity
from macros.text.location import Location
from macros.words.catalogue import say
from macros.words.messages import message

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def as_sarif(findings: Sequence[Diagnostic]) -> str:
    """A log of one run: the rules that found something, and each finding with its places.

    Columns count code points. Paths are relative to the project's root.
    """
    codes = sorted({found.code for found in findings})
    driver = {"name": "clausebook", "language": "zh-CN", "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": say("report.root")}}},
        "results": [_result(found, codes.index(found.code)) for found in findings],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    words = message(code)
    return {
        "id": code,
        "shortDescription": {"text": words.text},
        "help": {
            "text": say("report.help", hint=words.hint, bad=words.bad, good=words.good),
        },
        "defaultConfiguration": {"level": _LEVEL[words.severity]},
        "properties": {"page": manual(code)},
    }


def _result(found: Diagnostic, rule: int) -> dict[str, Any]:
    related = [{"id": n, **_place(place)} for n, place in enumerate(found.also)]
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVEL[message(found.code).severity],
        "message": {"text": whole(found)},
        "locations": [_place(found.location)],
        **({"relatedLocations": related} if related else {}),
    }


def _place(where: Location) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(where.file), "uriBaseId": "ROOT"}}
    if where.line:
        physical["region"] = {"startLine": where.line, "startColumn": where.column}
    return {"physicalLocation": physical}
