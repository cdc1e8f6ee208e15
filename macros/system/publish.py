"""Putting a freshly built tree in the place of the old one, whole or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.system.lock import locked

# A folder with these files was built by us and may be replaced; any other is somebody's own.
_OURS = ("index.html", "data/library.json")

# Of Linux's renameat2: paths count from the current folder; two names change places.
_FROM_HERE = -100
_EXCHANGE = 2


class NotOursError(Exception):
    """The folder to be replaced holds something that was not built here."""


@contextmanager
def workshop(site: Path) -> Iterator[Path]:
    """A new empty folder beside ``site``, on the same disk, to build its next tree in.

    What a killed build left there is cleared away first, and an old tree that it had set aside
    steps back into its place. Raises ``lock.BusyError`` if somebody else builds the same site, and
    NotOursError if the folder that should be the workshop holds something else.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = site.parent / f".{site.name}-work"
    with locked(site.parent / f".{site.name}-lock"):
        _recover(site, folder)
        fresh = folder / "new"
        fresh.mkdir(parents=True)
        try:
            yield fresh
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def refuse_foreign(site: Path) -> None:
    """Raise NotOursError if ``site`` exists, is not empty, and was not built here."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise NotOursError(site)
    if site.is_dir() and any(site.iterdir()) and not all((site / f).is_file() for f in _OURS):
        raise NotOursError(site)


def replace(site: Path, fresh: Path) -> None:
    """Put ``fresh``, the folder of the site's workshop, where ``site`` stands.

    Where the system can, the two change places in one step. Elsewhere the old tree steps aside
    first, and steps back if the new one cannot take its place. Raises OSError, with the old tree in
    place.
    """
    refuse_foreign(site)
    if not site.exists():
        fresh.rename(site)
    elif not _exchanged(site, fresh):
        aside = _aside(fresh.parent)
        site.rename(aside)
        try:
            fresh.rename(site)
        except OSError:
            aside.rename(site)
            raise


def _aside(folder: Path) -> Path:
    return folder / "old"


def _recover(site: Path, folder: Path) -> None:
    """Clear away what a killed build left in its workshop, but never the only tree there is."""
    if folder.exists() and {path.name for path in folder.iterdir()} - {"new", "old"}:
        raise NotOursError(folder)
    if not site.exists() and _aside(folder).exists():
        _aside(folder).rename(site)
    if folder.exists():
        shutil.rmtree(folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; false, and nothing done, where that cannot be."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    paths = _FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other)
    return bool(rename(*paths, _EXCHANGE) == 0)
