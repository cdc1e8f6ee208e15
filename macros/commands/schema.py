"""The schema files of a project, brought up to date."""

from __future__ import annotations

import errno
import os
from contextlib import nullcontext

from macros.check.project import check_project
from macros.commands.errors import FaultyDataError
from macros.data.project import Project
from macros.data.rewrite import write_together
from macros.data.schema import FOLDER, modeline, schemas


def schema(project: Project, *, write: bool) -> tuple[str, ...]:
    """Which files of a project are out of date for editors; put right if ``write``.

    These are the schemas, and data files whose first line does not lead to theirs. Raises
    FaultyDataError if a file cannot be read, since its ids are not known; ``lock.BusyError`` if
    another program writes the data; OSError, also for a folder of schemas that is a link to
    elsewhere.
    """
    with project.writing() if write else nullcontext(project) as current:
        return stale(current, write=write)


def stale(project: Project, *, write: bool) -> tuple[str, ...]:
    """What :func:`schema` says and does, for who holds the data already."""
    checked = check_project(project)
    if not checked.library.complete:
        raise FaultyDataError(checked)
    wanted = {f"{FOLDER}/{name}": text for name, text in schemas(checked.library).items()}
    wanted |= {file: _led(file, text) for file, text in checked.sources.items()}
    if (project.root / FOLDER).is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), FOLDER)
    outdated = {
        file: text
        for file, text in sorted(wanted.items())
        if not (project.root / file).is_file()
        or (project.root / file).read_bytes() != text.encode("utf-8")
    }
    if write:
        write_together(project, outdated)
    return tuple(outdated)


def _led(file: str, text: str) -> str:
    """A file's text with the comment at its head that leads to its schema."""
    line = modeline(file)
    head, end, rest = text.partition("\n")
    if not line or head == line:
        return text
    if head.startswith(line.partition("=")[0]):
        return f"{line}{end}{rest}"
    return f"{line}\n{text}"
