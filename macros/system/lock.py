"""One process at a time: a lock that the system lets go when its holder dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BusyError(Exception):
    """Another process holds the lock."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file ``path`` for the block; it is made for that and removed at the end.

    Raises BusyError if another process holds it, OSError if the file cannot be made.
    """
    descriptor = _held(path)
    try:
        yield
    finally:
        # Removed while it is held, so that nobody takes a file that is about to vanish; Windows
        # refuses that, and refuses the second try only if somebody else holds it by then.
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)
        if sys.platform == "win32":
            with suppress(OSError):
                path.unlink()


def _held(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(descriptor)
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
        except (BlockingIOError, PermissionError) as error:
            os.close(descriptor)
            raise BusyError(path) from error
        except FileNotFoundError:
            pass
        except OSError:
            os.close(descriptor)
            raise
        # Its last holder removed the file while we waited for it: there is a new one to take.
        os.close(descriptor)
