"""Checking the data, on request against an earlier state of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.changes import continuity
from macros.check.project import Checked, check_project
from macros.commands.diff import UnreadableSideError, library
from macros.commands.errors import MisuseError


def check(root: Path, since: str = "") -> Checked:
    """What is found on the project in ``root``; ``since`` is a revision or folder, or "".

    Raises NoDataError; MisuseError if ``since`` is none, or its data cannot be read.
    """
    checked = check_project(root)
    if not since or not checked.library.complete:
        return checked
    try:
        found = continuity.broken(library(root, since), checked.library)
    except UnreadableSideError as error:
        raise MisuseError("check.since-unreadable", name=since) from error
    findings = sorted((*checked.findings, *found), key=lambda finding: finding.order)
    return replace(checked, findings=tuple(findings))
