"""A project: its folder and layers of data, one writer at a time, and what they hold, read once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from macros.data.load import Loaded, load
from macros.data.reading import FilesRead
from macros.system.lock import locked
from macros.system.version import data_version

LOCK = ".data-lock"
"""What stands in a project's folder while somebody writes its data."""


class NoDataError(Exception):
    """The folder is no project: it has no ``data`` folder."""


@dataclass(frozen=True)
class Project:
    """The project in the folder ``root``; NoDataError if it has no folder ``data``.

    What it holds is read when it is first asked for, and once: whoever wants to see later changes
    asks for the project :meth:`anew`. ``known`` is what was read of files that have not changed.
    """

    root: Path
    known: FilesRead = field(default=FilesRead(), repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse a folder without data."""
        if not self.data.is_dir():
            raise NoDataError(self.root)

    @property
    def data(self) -> Path:
        """The folder of data that commands write to."""
        return self.root / "data"

    @property
    def layers(self) -> tuple[Path, ...]:
        """The folders of data, from the ground up."""
        return (self.data,)

    @property
    def overrides(self) -> Path:
        """The folder of templates, styles and scripts."""
        return self.root / "overrides"

    @property
    def fragments(self) -> Path:
        """The folder of the templates of views."""
        return self.overrides / "fragments"

    @property
    def settings(self) -> Path:
        """The settings of the site generator."""
        return self.root / "mkdocs.yml"

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The folders that a site is made of."""
        return (*self.layers, self.root / "docs", self.overrides)

    @property
    def cache(self) -> Path:
        """The folder of what is kept to save time, and may be thrown away; it need not exist."""
        return self.root / ".cache"

    @cached_property
    def loaded(self) -> Loaded:
        """What the data holds. Reading never raises: whatever is wrong comes as findings."""
        return load(self.root, self.known)

    @cached_property
    def version(self) -> str:
        """The data version. OSError if a file cannot be read."""
        return self.loaded.library.version or data_version(self.data)

    def anew(self) -> Project:
        """The same project, not read yet."""
        return Project(self.root)

    def after_writing(self, *files: str) -> Project:
        """The project with these files, by their shown paths, as they are now."""
        return Project(self.root, self.loaded.files.without(files))

    @contextmanager
    def writing(self) -> Iterator[Project]:
        """Hold the data for a block that reads, changes and writes it; the project, not read yet.

        Raises ``lock.BusyError`` with the path of the lock if another program writes, OSError.
        """
        with locked(self.root / LOCK):
            yield self.anew()
