"""The verb by which an entry is retired, as it is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.check import report
from macros.cli import errors
from macros.cli.console import ID, Root, show
from macros.commands.errors import MisuseError
from macros.commands.retire import retire as retire_entry
from macros.data.project import Project
from macros.words.catalogue import say


def retire(
    id_: Annotated[str, typer.Argument(metavar=ID, help=say("help.retire.id"))] = "",
    why: Annotated[
        str, typer.Option("--why", metavar=say("help.why.metavar"), help=say("help.retire.why"))
    ] = "",
    successors: Annotated[
        list[str] | None,
        typer.Option("--replaced-by", metavar=ID, help=say("help.retire.replaced-by")),
    ] = None,
    root: Root = Path(),
) -> int:
    """Retire an entry."""
    if not id_:
        raise MisuseError("retire.no-id")
    done = retire_entry(Project(root), id_, why, successors or ())
    show(say("retire.done", id=id_, why=why))
    if done.along:
        show(say("retire.along", ids=" ".join(done.along)))
    show(say("review.written", file=done.file))
    if done.new:
        show("\n" + say("retire.then") + "\n")
        show(report.as_text(done.new, done.checked.sources))
    return errors.FINE
