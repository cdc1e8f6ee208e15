"""Changing a file of a project in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros.data.draft import Draft
from macros.data.files import kind_of
from macros.data.project import Project
from macros.system import atomic


def opened(project: Project, file: str) -> Draft:
    """The draft of the data file shown as ``file``, its path in the project.

    UnreadableError if it has faults, OSError if it cannot be opened, ValueError if files of this
    name hold no record.
    """
    record = kind_of(file)
    if record is None:
        raise ValueError(f"no data file: {file}")
    return Draft.read((project.root / file).read_bytes(), record, file)


def rewrite(project: Project, file: str, change: Callable[[Draft], Draft]) -> Draft:
    """Write what ``change`` makes of a data file, in one step; what was written.

    Raises what :func:`opened` and ``change`` raise; nothing is written then.
    """
    draft = change(opened(project, file))
    atomic.write(project.root / file, draft.text)
    return draft


JOURNAL = ".data-journal"
"""What stands in a project's folder while several files of it become new together."""


def write_together(project: Project, texts: Mapping[str, str]) -> None:
    """Write files of a project, by their shown paths, as one change. OSError."""
    contents = {project.root / file: text for file, text in texts.items()}
    for path in contents:
        path.parent.mkdir(exist_ok=True)
    atomic.write_all(contents, project.root / JOURNAL)
