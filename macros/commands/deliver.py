"""Handing out what was made of the data: to anywhere but among the data."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from macros.commands.errors import MisuseError
from macros.system import atomic


def deliver(root: Path, path: Path, content: str | bytes) -> None:
    """Write ``content`` to ``path``, links followed.

    Raises MisuseError if that lies in the data folder of ``root``, where it would take the place of
    what it was made of; OSError.
    """
    try:
        target = path.resolve()
    except RuntimeError as error:  # how a link that leads back to itself is told
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error
    if target.is_relative_to((root / "data").resolve()):
        raise MisuseError("deliver.into-data", file=str(path))
    atomic.deliver(path, content)
