"""The verb that shows what changed, as it is typed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.changes.json_ import as_json
from macros.changes.markdown import as_markdown
from macros.changes.text import as_text
from macros.check import report
from macros.cli import errors
from macros.cli.console import Root, complain, show
from macros.commands import diff as command
from macros.commands.errors import MisuseError
from macros.commands.export import deliver
from macros.commands.release import record
from macros.data.project import Project
from macros.exports.changes_html import as_html
from macros.words.catalogue import say
from macros.words.changes import say as tell


class DiffFormat(StrEnum):
    """How the report is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


def diff(
    *,
    old: Annotated[
        str, typer.Argument(metavar=say("help.diff.old.metavar"), help=say("help.diff.old"))
    ],
    new: Annotated[
        str | None, typer.Argument(metavar=say("help.diff.new.metavar"), help=say("help.diff.new"))
    ] = None,
    root: Root = Path(),
    form: Annotated[
        DiffFormat,
        typer.Option("--format", metavar="|".join(DiffFormat), help=say("help.diff.format")),
    ] = DiffFormat.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar=say("help.file.metavar"), help=say("help.diff.output")
        ),
    ] = None,
    version: Annotated[
        str | None, typer.Option("--record", metavar="0.2.0", help=say("help.diff.record"))
    ] = None,
    day: Annotated[
        str, typer.Option("--date", metavar="2026-09-01", help=say("help.diff.date"))
    ] = "",
    words: Annotated[
        str, typer.Option("--words", metavar=say("help.words.metavar"), help=say("help.diff.words"))
    ] = "",
) -> int:
    """Show what changed, for whom."""
    if "" in (old, new):
        raise MisuseError("diff.no-name")
    if version is None and (day or words):
        raise MisuseError("diff.only-recorded")
    if version is not None and (output or form is not DiffFormat.TEXT):
        raise MisuseError("diff.no-report")
    try:
        found = command.diff(root, old, new or "")
    except command.UnreadableSideError as error:
        complain(report.as_text(error.findings, error.sources))
        side = say("diff.side", name=error.name) if error.name else tell("report.working")
        complain(say("diff.unreadable", side=side))
        return errors.FINDINGS
    if version is not None:
        return _recorded(root, found, version, day, words)
    written = _written(root, found, old, new or "", form)
    if output is None:
        show(written)
    else:
        deliver((root / "data",), output, written)
        complain(say("diff.written", file=output))
    return errors.FINE


def _written(root: Path, found: command.Difference, old: str, new: str, form: DiffFormat) -> str:
    sides = {"old": old, "new": new or tell("report.working")}
    title = tell("report.title" if found.report.summary else "report.none", **sides)
    match form:
        case DiffFormat.TEXT:
            return as_text(found.report, title)
        case DiffFormat.MARKDOWN:
            return as_markdown(found.report, title)
        case DiffFormat.JSON:
            return as_json(found.changes, found.report, old, new)
        case DiffFormat.HTML:
            return as_html(root / "overrides", found.report, title)


def _recorded(root: Path, found: command.Difference, version: str, day: str, words: str) -> int:
    """Write the release file; what is wrong with it is told like any finding."""
    outcome = record(Project(root), found.changes, version, day, words)
    if outcome.findings:
        complain(report.as_text(outcome.findings, outcome.sources))
        complain(say("diff.not-recorded"))
        return errors.FINDINGS
    show(say("diff.recorded", file=outcome.file))
    return errors.FINE
