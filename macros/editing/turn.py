"""One writer at a time: nobody writes over what another has written since it was read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.data.load import require_project
from macros.system.lock import locked

LOCK = ".data-lock"
"""What stands in a project's folder while somebody writes its data."""


@contextmanager
def turn(root: Path) -> Iterator[None]:
    """Hold the data of the project in ``root``, for a block that reads, changes and writes it.

    Raises NoDataError if ``root`` is no project, ``lock.BusyError`` with the path of the lock if it
    is another program's turn, OSError.
    """
    require_project(root)
    with locked(root / LOCK):
        yield
