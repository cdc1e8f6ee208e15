"""Putting a freshly built tree in the place of the old one, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A folder with this file was built by us and may be replaced; any other is somebody's own.
_OURS = Path("data") / "library.json"


class NotOursError(Exception):
    """The folder to be replaced holds something that was not built here."""


@contextmanager
def fresh_folder(site: Path) -> Iterator[Path]:
    """A new empty folder beside ``site``, on the same disk; removed at the end if still there."""
    site.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    # mkdtemp makes a private folder; a site is for everyone who may read its neighbours.
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def refuse_foreign(site: Path) -> None:
    """Raise NotOursError if ``site`` exists, is not empty, and was not built here."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise NotOursError(site)
    if site.is_dir() and any(site.iterdir()) and not (site / _OURS).is_file():
        raise NotOursError(site)


def replace(site: Path, fresh: Path) -> None:
    """Put ``fresh`` where ``site`` stands.

    The old tree steps aside under a name of its own and is removed only when the new one stands;
    if that fails it steps back. Raises OSError, with the old tree in place.
    """
    refuse_foreign(site)
    if not site.exists():
        fresh.rename(site)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{site.name}-old-", dir=site.parent))
    old = aside / site.name
    try:
        site.rename(old)
        try:
            fresh.rename(site)
        except OSError:
            old.rename(site)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
