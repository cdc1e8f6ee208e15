"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from macros.check.report.wording import whole
from macros.text.diagnostics import Diagnostic
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
