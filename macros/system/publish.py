"""Putting a freshly built tree in the place of the old one, whole or not at all."""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.system import atomic
from macros.system.lock import BusyError, locked

# A folder with these files was built by us and may be replaced; any other is somebody's own.
_OURS = ("index.html", "data/library.json")
# The endings of files that a build makes, or takes over from the prose and the theme.
_MADE = (
    *(".html", ".js", ".css", ".json", ".xml", ".gz", ".woff", ".woff2", ".ttf"),
    *(".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico"),
    *(".csv", ".xlsx", ".docx", ".pdf", ".ics", ".apkg"),
)
# In a workshop: the tree that is being built, or was replaced, and the one that was set aside.
_NEW, _OLD = "new", "old"

# Of Linux's renameat2: paths count from the current folder; two names change places.
_FROM_HERE = -100
_EXCHANGE = 2


class NotOursError(Exception):
    """The folder to be replaced holds something that was not built here; ``strangers`` name it."""

    def __init__(self, site: Path, strangers: tuple[str, ...] = ()) -> None:
        super().__init__(site)
        self.strangers = strangers


@contextmanager
def workshop(site: Path) -> Iterator[Path]:
    """A new empty folder beside ``site``, on the same disk, to build its next tree in.

    What a killed build left there is cleared away first, and an old tree that it had set aside
    steps back into its place. What cannot be cleared away stays, see ``leftovers``, and is in
    nobody's way. Raises ``lock.BusyError`` if somebody else builds the same site.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with locked(_beside(site, "lock")):
        _recover(site)
        folder = Path(tempfile.mkdtemp(prefix=_beside(site, "work-").name, dir=site.parent))
        fresh = folder / _NEW
        fresh.mkdir()
        try:
            yield fresh
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def leftovers(site: Path) -> tuple[Path, ...]:
    """Workshops of ``site`` that could not be cleared away, or belong to a build under way."""
    found = site.parent.glob(f"{glob.escape(_beside(site, 'work').name)}*")
    return tuple(sorted(path for path in found if _is_workshop(path)))


def recover(site: Path) -> bool:
    """Whether the site was gone and is back: a build was killed while it set the old tree aside."""
    if site.exists() or not leftovers(site):
        return False
    with suppress(BusyError), locked(_beside(site, "lock")):
        _recover(site)
    return site.exists()


def refuse_foreign(site: Path) -> None:
    """Raise NotOursError if ``site`` exists, is not empty, and does not hold a built site alone.

    What belongs to it stands in a list beside it, which the build leaves. Where that is missing,
    whatever is hidden, a link, or of a kind that no build makes is somebody's own.
    """
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise NotOursError(site)
    if not site.is_dir() or not any(site.iterdir()):
        return
    if not all((site / file).is_file() for file in _OURS):
        raise NotOursError(site)
    known = _listed(site)
    strangers = tuple(
        sorted(
            name
            for name in _members(site)
            if (name not in known if known is not None else not _may_be_ours(site, name))
        )
    )
    if strangers:
        raise NotOursError(site, strangers)


def replace(site: Path, fresh: Path) -> None:
    """Put ``fresh``, the folder of the site's workshop, where ``site`` stands.

    It is readable for a web server, whatever the umask, and on the disk before it takes its place.
    Where the system can, the two change places in one step. Elsewhere the old tree steps aside
    first, and steps back if the new one cannot take its place; if that is cut short, ``recover``
    and the next build put it back. Raises OSError, with the old tree in place, and NotOursError.
    """
    refuse_foreign(site)
    _settle(fresh)
    names = _members(fresh)
    # Of both trees, until it is sure which one stands there.
    _list(site, names | (_listed(site) or (_members(site) if site.is_dir() else set())))
    if not site.exists():
        fresh.rename(site)
    elif not _exchanged(site, fresh):
        aside = fresh.parent / _OLD
        site.rename(aside)
        try:
            fresh.rename(site)
        except OSError:
            aside.rename(site)
            raise
    atomic.sync_folder(site.parent)
    _list(site, names)


def _beside(site: Path, what: str) -> Path:
    return site.parent / f".{site.name}-{what}"


def _recover(site: Path) -> None:
    """Clear away what killed builds left, as far as can be, but never the only tree there is."""
    for folder in leftovers(site):
        if not site.exists() and (folder / _OLD).exists():
            (folder / _OLD).rename(site)
        shutil.rmtree(folder, ignore_errors=True)


def _is_workshop(folder: Path) -> bool:
    """Whether a folder holds what a workshop does and nothing else."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not {path.name for path in folder.iterdir()} - {_NEW, _OLD}


def _members(site: Path) -> set[str]:
    """What stands in a tree by path: files and links, and folders with nothing in them."""
    found = set()
    for folder, folders, files in os.walk(site):
        at = Path(folder)
        links = [name for name in folders if (at / name).is_symlink()]
        empty = [] if folders or files or at == site else ["."]
        found |= {(at / name).relative_to(site).as_posix() for name in (*files, *links, *empty)}
    return found


def _may_be_ours(site: Path, name: str) -> bool:
    path = site / name
    hidden = any(step.startswith(".") for step in name.split("/"))
    return not hidden and not path.is_symlink() and (path.is_dir() or path.suffix in _MADE)


def _list(site: Path, names: set[str]) -> None:
    atomic.write(_beside(site, "files"), "".join(f"{name}\n" for name in sorted(names)))


def _listed(site: Path) -> set[str] | None:
    """What belongs to the site, as its last build said; None if that is not known."""
    try:
        return set(_beside(site, "files").read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return None


def _settle(fresh: Path) -> None:
    """See to it that a tree can be read by everybody, and that it is on the disk."""
    at_once = _synced(fresh)
    for folder, _, files in os.walk(fresh):
        for name in files:
            path = Path(folder, name)
            path.chmod(0o644)
            if not at_once:
                atomic.sync(path)
        Path(folder).chmod(0o755)
        if not at_once:
            atomic.sync_folder(Path(folder))


def _synced(folder: Path) -> bool:
    """Wait until all of a folder's disk is written, in one call; false where that cannot be.

    One by one, two thousand files take a minute on a slow disk.
    """
    call = getattr(ctypes.CDLL(None), "syncfs", None) if sys.platform == "linux" else None
    if call is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return bool(call(descriptor) == 0)
    finally:
        os.close(descriptor)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; false, and nothing done, where that cannot be."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    paths = _FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other)
    return bool(rename(*paths, _EXCHANGE) == 0)
