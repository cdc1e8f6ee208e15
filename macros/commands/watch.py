"""Checking the data again whenever a file of it is saved."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

from macros.check.project import Checked
from macros.commands.check import check
from macros.data.load import require_project

# Milliseconds in which several changes count as one.
_TOGETHER = 200
# Milliseconds after which the stop event is looked at.
_LOOK = 200


def checks(root: Path, since: str, stop: threading.Event) -> Iterator[Checked]:
    """What is found now, then after every change below ``data``, until ``stop`` is set.

    Raises what :func:`macros.commands.check.check` raises.
    """
    require_project(root)
    changes = watch(
        root / "data",
        stop_event=stop,
        debounce=_TOGETHER,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    # Whatever is saved from here on is seen, during the first check as well.
    next(changes)
    yield check(root, since)
    for changed in changes:
        if changed:
            yield check(root, since)
