"""The verb that lists what is wrong, as it is typed."""

from __future__ import annotations

import sys
import threading
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.check import report
from macros.check.project import Checked
from macros.cli import errors
from macros.cli.console import Root, complain, show
from macros.commands.check import check as check_data
from macros.commands.check import checks
from macros.commands.errors import MisuseError
from macros.data.project import Project
from macros.words.catalogue import say


class CheckFormat(StrEnum):
    """How findings are listed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


def check(
    *,
    root: Root = Path(),
    since: Annotated[
        str | None,
        typer.Option("--since", metavar=say("help.since.metavar"), help=say("help.since")),
    ] = None,
    listed: Annotated[
        CheckFormat,
        typer.Option("--format", metavar="|".join(CheckFormat), help=say("help.format")),
    ] = CheckFormat.TEXT,
    watched: Annotated[bool, typer.Option("--watch", help=say("help.check.watch"))] = False,
) -> int:
    """List all findings on the data."""
    if since == "":
        raise MisuseError("diff.no-name")
    if not watched:
        checked = check_data(Project(root), since or "")
        show(_written(checked, listed))
        return errors.FINDINGS if checked.has_errors else errors.FINE
    # What a program reads must be nothing but the findings.
    tell = show if listed is CheckFormat.TEXT else complain
    tell(say("watch.checking"))
    try:
        for number, checked in enumerate(checks(Project(root), since or "", threading.Event()), 1):
            tell("\n" + say("watch.again", number=number))
            show(_written(checked, listed))
            sys.stdout.flush()
    except KeyboardInterrupt:
        tell(say("watch.ended"))
    return errors.FINE


def _written(checked: Checked, form: CheckFormat) -> str:
    match form:
        case CheckFormat.TEXT:
            return report.as_text(checked.findings, checked.sources)
        case CheckFormat.JSON:
            return report.as_json(checked.findings)
        case CheckFormat.GITHUB:
            return report.as_github(checked.findings)
        case CheckFormat.GITLAB:
            return report.as_gitlab(checked.findings)
        case CheckFormat.SARIF:
            return report.as_sarif(checked.findings)
