"""The verb that renews what editors complete from, as it is typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.cli import errors
from macros.cli.console import Root, complain, show
from macros.commands.schema import schema as command
from macros.data.project import Project
from macros.words.catalogue import say


def schema(
    check: Annotated[bool, typer.Option("--check", help=say("help.schema.check"))] = False,
    root: Root = Path(),
) -> int:
    """Renew the schema files."""
    stale = command(Project(root), write=not check)
    for file in stale:
        show(say("schema.would" if check else "schema.did", file=file))
    if check and stale:
        complain(say("schema.to-do"))
        return errors.FINDINGS
    show(say("schema.fine"))
    return errors.FINE
