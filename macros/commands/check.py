"""Check the data once, against an earlier state of it, or whenever a file of it is saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

from watchfiles import watch

from macros.changes import continuity
from macros.check.project import Checked, check_project
from macros.commands.diff import UnreadableSideError, library
from macros.commands.errors import MisuseError
from macros.data.project import Project


def check(project: Project, since: str = "") -> Checked:
    """What is found on a project; ``since`` is a revision or folder, or "".

    Raises MisuseError if ``since`` is none, or its data cannot be read.
    """
    checked = check_project(project)
    if not since or not checked.library.complete:
        return checked
    try:
        found = continuity.broken(library(project.root, since), checked.library)
    except UnreadableSideError as error:
        raise MisuseError("check.since-unreadable", name=since) from error
    findings = sorted((*checked.findings, *found), key=lambda finding: finding.order)
    return replace(checked, findings=tuple(findings))


# Milliseconds in which several changes count as one.
_TOGETHER = 200
# Milliseconds after which the stop event is looked at.
_LOOK = 200


def checks(project: Project, since: str, stop: threading.Event) -> Iterator[Checked]:
    """What is found now, then after every change below ``data``, until ``stop`` is set.

    Raises what :func:`macros.commands.check.check` raises, and NoDataError if the data goes away.
    """
    changes = watch(
        *project.layers,
        stop_event=stop,
        debounce=_TOGETHER,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    # Whatever is saved from here on is seen, during the first check as well.
    next(changes)
    yield check(project.anew(), since)
    for changed in changes:
        if changed:
            yield check(project.anew(), since)
