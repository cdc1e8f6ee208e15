"""The verb that lays data files out anew, as it is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.check import report
from macros.cli import errors
from macros.cli.console import Root, complain, show
from macros.commands.fmt import fmt as command
from macros.data.project import Project
from macros.words.catalogue import say


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar=say("help.fmt.paths.metavar"), help=say("help.fmt.paths")),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help=say("help.fmt.check"))] = False,
    root: Root = Path(),
) -> int:
    """Bring data files into canonical form."""
    done = command(Project(root), paths or (), write=not check)
    for file in done.changed:
        show(say("fmt.would" if check else "fmt.did", file=file))
    if done.findings:
        show(report.as_text(done.findings, done.sources))
        complain(say("fmt.faulty"))
    elif check and done.changed:
        complain(say("fmt.to-do", count=len(done.changed)))
    else:
        show(say("fmt.fine", count=done.looked))
    return errors.FINDINGS if done.findings or (check and done.changed) else errors.FINE
