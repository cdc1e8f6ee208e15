"""Writing files in one step: a reader, or a power cut, finds the old one or the new one."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

# Windows turns line ends unless told otherwise.
_BINARY = getattr(os, "O_BINARY", 0)

PREFIX = ".writing-"
"""How the name of a file begins that is not in its place yet; a killed process leaves some."""


def write(path: Path, content: str | bytes) -> None:
    """Make ``content`` that of the file at ``path``, new or old; its permissions stay.

    A file of another name stands beside it for a moment, hidden from readers of the data folder. A
    link makes way for the file. OSError if something goes wrong; the old file is then untouched.
    """
    write_all({path: content})


def deliver(path: Path, content: str | bytes) -> None:
    """Write ``content`` where somebody wants to have it: ``write``, but a link is followed.

    What is no file, such as a pipe, is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(_raw(content))
    else:
        write(path.resolve(), content)


def write_all(contents: Mapping[Path, str | bytes], journal: Path | None = None) -> None:
    """``write`` for several files: nothing is written unless all of them can be.

    With the path of a ``journal``, which is of this change alone, they are one change even if the
    process is killed or the power fails: ``recover`` then brings it to its end.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            beside = path.with_name(f"{PREFIX}{secrets.token_hex(8)}")
            ready.append((beside, path))
            _lay(beside, path, _raw(content))
        if journal is not None and len(ready) > 1:
            _sync_folders(ready)
            steps = [[str(name.relative_to(journal.parent)) for name in pair] for pair in ready]
            write(journal, json.dumps(steps))
    except BaseException:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)
        raise
    try:
        _put(ready)
    except BaseException:
        # With a journal, the change is made: what is left of it is done by whoever comes next.
        if journal is None or not journal.exists():
            for beside, _ in ready:
                beside.unlink(missing_ok=True)
        raise
    if journal is not None:
        journal.unlink(missing_ok=True)


def recover(journal: Path, within: Path) -> tuple[Path, ...]:
    """Bring the change to its end that a ``journal`` tells of; the files that were not new yet.

    All of them lie in the folder ``within``. Nobody may be at the same change. OSError if a file
    cannot be written; the journal stays then. A journal that nobody can read, or that tells of
    other files, was not written by ``write_all`` and goes: it may have come with foreign data.
    """
    try:
        steps = json.loads(journal.read_text(encoding="utf-8"))
        ready = [_step(journal.parent, within, one, two) for one, two in steps]
    except FileNotFoundError:
        return ()
    except (ValueError, TypeError):
        ready = []
    waiting = [(beside, path) for beside, path in ready if beside.is_file()]
    _put(waiting)
    journal.unlink()
    return tuple(path for _, path in waiting)


def _step(root: Path, within: Path, one: str, two: str) -> tuple[Path, Path]:
    """A step of a journal; ValueError if it is none that ``write_all`` would take."""
    beside, path = root / one, root / two
    is_near = beside.parent == path.parent and beside.name.startswith(PREFIX)
    inside = Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(within))
    if not is_near or not inside or ".." in path.parts or beside.is_symlink():
        raise ValueError(two)
    return beside, path


def _put(ready: list[tuple[Path, Path]]) -> None:
    for beside, path in ready:
        beside.replace(path)
    _sync_folders(ready)


def _sync_folders(ready: list[tuple[Path, Path]]) -> None:
    for folder in {path.parent for _, path in ready}:
        sync_folder(folder)


def sync(path: Path) -> None:
    """Wait until the disk has the content of a file."""
    # Windows syncs only what is open for writing.
    descriptor = os.open(path, (os.O_RDWR if os.name == "nt" else os.O_RDONLY) | _BINARY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names that a folder holds, where the system can say so."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _lay(beside: Path, path: Path, content: bytes) -> None:
    # A new file has the permissions that this user gives to new files.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        beside.chmod(path.stat().st_mode & 0o777)


def _raw(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content
