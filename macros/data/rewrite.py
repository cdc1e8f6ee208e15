"""Changing a file of a project in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.data.draft import Draft
from macros.data.files import kind_of
from macros.data.load import require_project
from macros.system import atomic
from macros.system.lock import locked


def opened(root: Path, file: str) -> Draft:
    """The draft of the data file shown as ``file``, the path below ``root``.

    UnreadableError if it has faults, OSError if it cannot be opened, ValueError if files of this
    name hold no record.
    """
    record = kind_of(file)
    if record is None:
        raise ValueError(f"no data file: {file}")
    return Draft.read((root / file).read_bytes(), record, file)


def rewrite(root: Path, file: str, change: Callable[[Draft], Draft]) -> Draft:
    """Write what ``change`` makes of a data file, in one step; what was written.

    Raises what :func:`opened` and ``change`` raise; nothing is written then.
    """
    draft = change(opened(root, file))
    atomic.write(root / file, draft.text)
    return draft


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
