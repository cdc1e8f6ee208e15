"""A new entry, well-formed, in the file where it belongs; what nobody said is left as a blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from macros.check.project import Checked, check_project
from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.commands.schema import stale
from macros.data import Draft, rewrite, save
from macros.data.files import kind_of
from macros.data.new_entry import Seed, UnknownPlaceError, sown
from macros.data.project import Project
from macros.data.schema import FOLDER
from macros.knowledge import Library
from macros.model import Record
from macros.model.kinds import Kind
from macros.system import atomic
from macros.text.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Added:
    """What was written: which entry, in which file from which line, and the fields left blank.

    ``checked`` is the data with it, ``new`` are the findings there were not before.
    """

    id: str
    file: str
    line: int
    blanks: tuple[str, ...]
    checked: Checked
    new: tuple[Diagnostic, ...]


def new(project: Project, kind: Kind, where: str, said: Mapping[str, Any]) -> Added:
    """Write a new entry of a kind with the fields ``said``, by their names in the files.

    ``where`` is the clause of a duty, the measure or guide of a question, and the id of anything
    else, "" for the next free one. Raises FaultyDataError if a file cannot be read; MisuseError for
    a place that is not there or a value that does not fit; ForbiddenError for an id that is taken;
    ``lock.BusyError`` if another program writes the data; OSError.
    """
    with project.writing() as current:
        return _added(current, kind, where, said)


def _added(project: Project, kind: Kind, where: str, said: Mapping[str, Any]) -> Added:
    before = check_project(project)
    if not before.library.complete:
        raise FaultyDataError(before)
    try:
        seed = sown(before.library, kind, where, said)
    except UnknownPlaceError as error:
        raise MisuseError(f"new.no.{error.wanted}", error.suggestion, id=where) from None
    taken = {id_ for id_, _ in before.library.identified()}
    if seed.id in taken or _stands_elsewhere(project, kind, seed):
        raise ForbiddenError("new.taken", id=seed.id)
    line = _write(project, seed, _record(before.library, kind, seed.fields))
    project = project.after_writing(seed.file)
    if (project.root / FOLDER).is_dir():
        project = project.after_writing(*stale(project, write=True))
    after = check_project(project)
    return Added(seed.id, seed.file, line, seed.blanks, after, after.new_since(before))


def _stands_elsewhere(project: Project, kind: Kind, seed: Seed) -> bool:
    """Whether the file that an entry would have to itself is another's."""
    own = kind_of(seed.file) is kind.row.record and not (project.root / seed.file).exists()
    return not seed.list and not own


def _record(library: Library, kind: Kind, fields: Mapping[str, Any]) -> Record:
    """The record; what does not fit is named, and the id of what it names if it is a name."""
    try:
        return kind.row.record.model_validate(dict(fields))
    except ValidationError as error:
        first = error.errors()[0]
        value = str(first["input"])
        named = (id_ for id_, one in library.identified() if getattr(one, "label", None) == value)
        field = str(first["loc"][0])
        raise MisuseError("new.does-not-fit", next(named, None), field=field, value=value) from None


def _write(project: Project, seed: Seed, record: Record) -> int:
    """Write the record where it belongs; the line on which it begins."""

    def change(draft: Draft) -> Draft:
        home = draft.path_of(seed.inside) if seed.inside else ()
        return draft.append((*home, seed.list), record)

    try:
        if seed.list:
            draft = rewrite(project, seed.file, change)
            return draft.line_of(draft.path_of(seed.id))
        text = save(record)
    except ValueError:
        raise MisuseError("new.odd-character") from None
    (project.root / seed.file).parent.mkdir(exist_ok=True)
    atomic.write(project.root / seed.file, text)
    return 1
