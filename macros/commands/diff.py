"""What changed between two states of the data: revisions of git, folders, or one of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.changes import compare
from macros.changes.names import names
from macros.changes.report import Report, report
from macros.commands.errors import MisuseError
from macros.data import Loaded, load
from macros.data.project import Project
from macros.knowledge import Library
from macros.knowledge.reviews import Dependants, moved
from macros.model.release import Changes
from macros.system.git import (
    NoDataThenError,
    NoGitError,
    UnknownRevisionError,
    UnsafeTreeError,
    checked_out,
    resolved,
)
from macros.text.diagnostics import Diagnostic


class UnreadableSideError(Exception):
    """The data of one side cannot be read; ``name`` is what was typed for it."""

    def __init__(
        self, name: str, findings: tuple[Diagnostic, ...], sources: Mapping[str, str]
    ) -> None:
        super().__init__(name)
        self.name = name
        self.findings = findings
        self.sources = sources


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, as values and as a report."""

    changes: Changes
    report: Report


def diff(root: Path, old: str, new: str = "") -> Difference:
    """What differs between ``old`` and ``new``; "" is the project in ``root`` as it is now.

    The name of a folder that holds ``data`` means that folder, any other a revision. Raises
    UnreadableSideError if the data of one side cannot be read, NoDataError if "" is no project, and
    MisuseError for a name that is neither of both or both at once.

    ``root`` may be any folder: two folders are compared without a project, and two revisions of a
    project whose data is gone.
    """
    before, after = library(root, old), library(root, new)
    changes = compare(before, after)
    rest = moved(Dependants(before), Dependants(after))
    return Difference(changes, report(changes, names(before, after), rest))


def library(root: Path, name: str) -> Library:
    """The library that ``name`` means; raises as ``diff`` does."""
    loaded = _loaded(root, name) if name else Project(root).loaded
    if not loaded.library.complete:
        raise UnreadableSideError(name, loaded.findings, loaded.sources)
    return loaded.library


def _loaded(root: Path, name: str) -> Loaded:
    """What the folder or the revision that ``name`` means holds."""
    if not (Path(name) / "data").is_dir():
        with _revision(root, name) as folder:
            return load(folder)
    if _is_revision(root, name):
        raise MisuseError("diff.two-readings", name=name)
    return load(Path(name))


@contextmanager
def _revision(root: Path, name: str) -> Iterator[Path]:
    try:
        with checked_out(root, name) as folder:
            yield folder
    except NoGitError as error:
        key = "diff.no-git-here" if error.said else "diff.no-git"
        raise MisuseError(key, name=name, said=error.said) from error
    except NoDataThenError as error:
        raise MisuseError("diff.no-data-then", name=name) from error
    except UnsafeTreeError as error:
        raise MisuseError("diff.unsafe", name=name, path=error.path) from error
    except UnknownRevisionError as error:
        key = "diff.shallow" if error.shallow else "diff.no-revision"
        raise MisuseError(key, error.suggestion, name=name) from error


def _is_revision(root: Path, name: str) -> bool:
    try:
        return bool(resolved(root, name))
    except (NoGitError, UnknownRevisionError):
        return False
