"""The verb that says what clauses name already, as it is typed."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from macros.check import report
from macros.cli import errors
from macros.cli.console import ID, FindingsFormat, Listed, Root, show
from macros.commands.propose import propose as proposals
from macros.data.project import Project
from macros.words.catalogue import say


def propose(
    *,
    id_: Annotated[str, typer.Argument(metavar=ID, help=say("help.propose.id"))],
    root: Root = Path(),
    score: Annotated[bool, typer.Option("--score", help=say("help.propose.score"))] = False,
    listed: Listed = FindingsFormat.TEXT,
) -> int:
    """List what the clauses of a document name already."""
    found = proposals(Project(root), id_)
    if score and listed is FindingsFormat.JSON:
        show(report.as_json((), {one.kind: asdict(one) for one in found.scores}))
    elif score:
        lines = (
            say(
                f"propose.score.{one.kind}",
                both=one.both,
                proposed=one.proposed,
                made=one.made,
                precision=f"{one.precision:.1%}",
                recall=f"{one.recall:.1%}",
            )
            for one in found.scores
        )
        show("\n".join(lines))
    elif listed is FindingsFormat.JSON:
        show(report.as_json(found.notices))
    else:
        show(report.as_text(found.notices, found.sources))
    return errors.FINE
