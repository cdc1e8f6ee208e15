"""The verb that writes one file of the library, as it is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.check import report
from macros.cli import errors
from macros.cli.console import Root, complain, show
from macros.commands.export import ExportFormat, Scope
from macros.commands.export import export as write
from macros.data.project import Project
from macros.words.catalogue import say

_ID = say("help.export.id")


def export(
    wanted: Annotated[
        ExportFormat, typer.Argument(metavar="|".join(ExportFormat), help=say("help.export.format"))
    ],
    *,
    role: Annotated[
        str | None, typer.Option("--role", metavar=_ID, help=say("help.export.role"))
    ] = None,
    part: Annotated[
        str | None, typer.Option("--part", metavar=_ID, help=say("help.export.part"))
    ] = None,
    guide: Annotated[
        str | None, typer.Option("--guide", metavar=_ID, help=say("help.export.guide"))
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar=say("help.export.file"), help=say("help.export.o")),
    ] = None,
    root: Root = Path(),
) -> int:
    """Write one file."""
    typed = {Scope.ROLE: role, Scope.PART: part, Scope.GUIDE: guide}
    scopes = {scope: id_ for scope, id_ in typed.items() if id_ is not None}
    exported = write(Project(root), wanted, scopes, into)
    if not exported.files:
        show(report.as_text(exported.findings, exported.sources))
        complain(say("export.refused"))
        return errors.FINDINGS
    for file in exported.files:
        show(say("export.done", file=file, size=file.stat().st_size))
    return errors.FINE
