"""The verb by which a person says to have compared entries with the text, as it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from macros.cli import errors
from macros.cli.console import ID, Root, show
from macros.commands import review as command
from macros.commands.errors import MisuseError
from macros.data.project import Project
from macros.knowledge import Library
from macros.knowledge.citations import numbered
from macros.knowledge.reviews import GUIDES, REGISTRY
from macros.knowledge.reviews.standing import Standing, State
from macros.model import Guide, Review
from macros.words import files
from macros.words.catalogue import say
from macros.words.vocabulary import words


def review(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar=f"{ID}…", help=say("help.review.id"))
    ] = None,
    *,
    by: Annotated[
        str, typer.Option("--by", metavar=say("help.by.metavar"), help=say("help.review.by"))
    ] = "",
    on: Annotated[str, typer.Option("--on", metavar="2026-09-01", help=say("help.review.on"))] = "",
    listed: Annotated[bool, typer.Option("--list", help=say("help.review.list"))] = False,
    due: Annotated[bool, typer.Option("--due", help=say("help.review.due"))] = False,
    role: Annotated[
        str | None, typer.Option("--role", metavar=ID, help=say("help.review.role"))
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar=ID, help=say("help.review.document"))
    ] = None,
    root: Root = Path(),
) -> int:
    """Record reviews, or list what is to be reviewed."""
    if listed:
        if ids or by or on:
            raise MisuseError("review.list-or-record")
        library, standings = command.to_review(Project(root), due=due, role=role, document=document)
        show("\n".join((*_list(library, standings), _summary(standings, due=due))))
        return errors.FINE
    if not ids:
        raise MisuseError("review.no-id")
    if due or role is not None or document is not None:
        raise MisuseError("review.only-listed")
    if not by or not on:
        raise MisuseError("review.who-and-when", id=ids[0])
    recorded = command.review(Project(root), ids, by, on)
    for standing in recorded.standings:
        show(say(f"review.now.{standing.state}", id=standing.entry.id, by=by, on=on))
    for file in recorded.files:
        show(say("review.written", file=file))
    return errors.FINE


def _list(library: Library, standings: tuple[Standing, ...]) -> Iterator[str]:
    """The standings under headings: documents and their measures, the registry by kind, guides."""
    for shelf, here in groupby(standings, key=lambda standing: standing.entry.shelf):
        yield _shelf(library, shelf)
        for heading, together in groupby(here, key=lambda standing: _heading(library, standing)):
            yield f"  {heading}"
            yield from _states(tuple(together))


def _states(standings: tuple[Standing, ...]) -> Iterator[str]:
    for standing in standings:
        id_ = standing.entry.id
        if standing.state is State.LAPSED:
            latest = max(standing.stale, key=lambda review: review.date)
            changed = say("aspect.and").join(say(f"aspect.{one}") for one in standing.changed)
            by, on = latest.by, latest.date
            yield "    " + say("review.list.lapsed", id=id_, by=by, on=on, changed=changed)
        if standing.state is State.PARTLY:
            yield "    " + say(
                "review.list.partly", id=standing.entry.id, by=_names(standing.valid)
            )
    if never := [found.entry.id for found in standings if found.state is State.NEVER]:
        yield "    " + say("review.list.never", ids=" ".join(never))


def _names(reviews: tuple[Review, ...]) -> str:
    return say("aspect.and").join(review.by for review in reviews)


def _shelf(library: Library, shelf: str) -> str:
    if shelf in (REGISTRY, GUIDES):
        return say(f"review.shelf.{shelf}")
    titles = {document.id: document.short_title for document in library.documents}
    return say("review.shelf.document", title=titles[shelf], id=shelf)


def _heading(library: Library, standing: Standing) -> str:
    """The measure or guide an entry stands in; of one of the registry, its kind."""
    entry = standing.entry
    if entry.shelf == REGISTRY:
        return words("Entry", "reviewed")[entry.kind]
    holder = entry.record if isinstance(entry.record, Guide) else library.asking(entry.id)
    if isinstance(holder, Guide):
        return files.say("guide.title", name=holder.label)
    found = library.clause(entry.id) or library.duty(entry.id)
    # What is none of these is a relation: the measure that stores it, and the other.
    measure = found.measure if found else holder or library.measure(entry.id.partition("/")[0])
    assert measure is not None  # all that is reviewed stands somewhere
    place = numbered(measure.printed)
    return say("review.measure", place=place, title=measure.title)


def _summary(standings: tuple[Standing, ...], *, due: bool) -> str:
    """One line: how many there are of each."""
    counts = {state.value: sum(s.state is state for s in standings) for state in State}
    return say("review.summary.due" if due else "review.summary", **counts)
