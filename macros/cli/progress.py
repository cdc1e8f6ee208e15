"""How far a build has come: a moving display on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskID, TaskProgressColumn, TimeElapsedColumn
from rich.progress import Progress as Display

from macros.cli.console import show
from macros.commands.build import Progress, Stage
from macros.words.catalogue import say


@contextmanager
def progress() -> Iterator[Progress]:
    """What a build tells its progress to, until the block ends."""
    if not sys.stdout.isatty():
        yield _lines()
        return
    columns = (
        SpinnerColumn(finished_text="\N{CHECK MARK}"),
        "{task.description}",
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Display(*columns, console=Console()) as display:
        bars = _bars(display)
        yield bars
        _finish(display)


def _lines() -> Progress:
    """One line a stage."""
    seen: set[Stage] = set()

    def tell(stage: Stage, done: int, total: int) -> None:
        if stage not in seen:
            seen.add(stage)
            show(say(f"stage.{stage}"))
            sys.stdout.flush()

    return tell


def _bars(display: Display) -> Progress:
    """One bar a stage; a stage that starts ends the one before it."""
    bars: dict[Stage, TaskID] = {}

    def tell(stage: Stage, done: int, total: int) -> None:
        if stage not in bars:
            _finish(display)
            bars[stage] = display.add_task(say(f"stage.{stage}"), total=None)
        display.update(bars[stage], completed=done, total=total or None)

    return tell


def _finish(display: Display) -> None:
    for task in display.tasks:
        display.update(task.id, total=task.total or 1, completed=task.total or 1)
