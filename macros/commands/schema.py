"""The schema files of a project, brought up to date."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from macros.check.project import check_project
from macros.commands.errors import FaultyDataError
from macros.data.rewrite import write_together
from macros.data.schema import FOLDER, modeline, schemas


def schema(root: Path, *, write: bool) -> tuple[str, ...]:
    """Which files of the project in ``root`` are out of date for editors; put right if ``write``.

    These are the schemas, and data files whose first line does not lead to theirs. Raises
    NoDataError; FaultyDataError if a file cannot be read, since its ids are not known; OSError,
    also for a folder of schemas that is a link to elsewhere.
    """
    checked = check_project(root)
    if not checked.library.complete:
        raise FaultyDataError(checked)
    wanted = {f"{FOLDER}/{name}": text for name, text in schemas(checked.library).items()}
    wanted |= {file: _led(file, text) for file, text in checked.sources.items()}
    if (root / FOLDER).is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), FOLDER)
    stale = {
        file: text
        for file, text in sorted(wanted.items())
        if not (root / file).is_file() or (root / file).read_bytes() != text.encode("utf-8")
    }
    if write:
        write_together(root, stale)
    return tuple(stale)


def _led(file: str, text: str) -> str:
    """A file's text with the comment at its head that leads to its schema."""
    line = modeline(file)
    head, end, rest = text.partition("\n")
    if not line or head == line:
        return text
    if head.startswith(line.partition("=")[0]):
        return f"{line}{end}{rest}"
    return f"{line}\n{text}"
