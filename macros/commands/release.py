"""Write down what a version of the data changed, as a file that is never worked out again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from macros.check import rules
from macros.check.project import check_project
from macros.commands.errors import ForbiddenError, MisuseError
from macros.data import read, save
from macros.data.project import Project
from macros.data.schema import modeline
from macros.model.release import Changes, Release
from macros.system import atomic
from macros.text.diagnostics import Diagnostic, Severity
from macros.words.messages import message

FOLDER = "data/releases"
_VERSION = re.compile(r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}", re.ASCII)

# What readers are not told of: the state of the editors' work, and releases themselves.
_OURS = frozenset({"release", "review", "reviewrule"})


@dataclass(frozen=True, slots=True)
class RecordedRelease:
    """The file that was written, shown from the project's folder; or why none was."""

    file: str
    findings: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def record(
    project: Project, changes: Changes, version: str, date: str, words: str
) -> RecordedRelease:
    """Write ``changes`` as the release ``version`` of a project.

    Nothing is written while the data has errors, or if the new file would bring one about. Raises
    MisuseError for a version, date or words that are none, ForbiddenError for a version that was
    recorded already, ``lock.BusyError`` if another program writes the data.
    """
    with project.writing() as current:
        return _recorded(current, changes, version, date, words)


def _recorded(
    project: Project, changes: Changes, version: str, date: str, words: str
) -> RecordedRelease:
    if not _VERSION.fullmatch(version):
        raise MisuseError("diff.no-version", version=version)
    file = f"{FOLDER}/{version}.yml"
    path = project.root / file
    if path.exists():
        raise ForbiddenError("diff.recorded-before", file=file)
    checked = check_project(project)
    if checked.has_errors:
        return RecordedRelease(file, checked.findings, checked.sources)
    written = _release(changes, version, date, words)
    try:
        text = f"{modeline(file)}\n{save(written)}"
    except ValueError as error:
        # All else that a release holds comes from data that could be read.
        raise MisuseError("diff.no-words") from error
    # Read back, so that findings stand in the lines of the file.
    release = read(text, Release, file).record
    assert release is not None  # what was saved can be read
    releases = sorted((*checked.library.releases, release), key=lambda one: one.order)
    judged = rules.check(replace(checked.library, releases=tuple(releases)))
    errors = tuple(one for one in judged if message(one.code).severity is Severity.ERROR)
    if not errors:
        path.parent.mkdir(exist_ok=True)
        atomic.write(path, text)
    return RecordedRelease(file, errors, {**checked.sources, file: text})


def _release(changes: Changes, version: str, date: str, words: str) -> Release:
    """The release as a record; MisuseError if the date is none or there are no fit words."""
    try:
        return Release(
            version=version,
            date=date,
            words=words,
            changes=tuple(one for one in changes.changes if one.kind not in _OURS),
            whom=changes.whom,
        )
    except ValidationError as error:
        wrong = {details["loc"][0] for details in error.errors()}
        key = "diff.no-day" if "date" in wrong else "diff.no-words"
        raise MisuseError(key, date=date) from error
