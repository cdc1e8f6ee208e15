"""Findings for code hosts: GitHub's workflow commands, GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from macros.check.report.wording import whole
from macros.text.diagnostics import Diagnostic, Severity
from macros.words.messages import message


def as_github(findings: Sequence[Diagnostic]) -> str:
    """One workflow command a finding, which GitHub shows beside the changed line."""
    return "".join(f"{_command(found)}\n" for found in findings)


def _command(found: Diagnostic) -> str:
    words = message(found.code)
    properties = {"file": found.location.file}
    if found.location.line:
        properties |= {"line": str(found.location.line), "col": str(found.location.column)}
    properties["title"] = found.code
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{words.severity} {shown}::{_data(whole(found))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def as_gitlab(findings: Sequence[Diagnostic]) -> str:
    """A list with an object for each finding.

    Its fingerprint comes from what is said and in which file, not from the line: lines added above
    do not make it a new one.
    """
    seen: Counter[str] = Counter()
    content = []
    for found in findings:
        said = f"{found.code}\n{found.location.file}\n{whole(found)}"
        seen[said] += 1
        content.append(
            {
                "description": whole(found),
                "check_name": found.code,
                "fingerprint": _fingerprint(f"{said}\n{seen[said]}"),
                "severity": _SEVERITY[message(found.code).severity],
                "location": {
                    "path": found.location.file,
                    "lines": {"begin": max(found.location.line, 1)},
                },
            }
        )
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _fingerprint(said: str) -> str:
    """A short name for what is said."""
    return hashlib.sha256(said.encode()).hexdigest()[:32]
