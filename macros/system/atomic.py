"""Writing files in one step: a reader, or a power cut, finds the old one or the new one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

# Windows turns line ends unless told otherwise.
_BINARY = getattr(os, "O_BINARY", 0)


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


def write_all(contents: Mapping[Path, str | bytes]) -> None:
    """``write`` for several files: nothing is written unless all of them can be."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            beside = path.with_name(f".writing-{secrets.token_hex(8)}")
            ready.append((beside, path))
            _lay(beside, path, _raw(content))
        for beside, path in ready:
            beside.replace(path)
        for folder in {path.parent for path in contents}:
            sync_folder(folder)
    except BaseException:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)
        raise


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
