"""Retiring an entry: it stays, says why, and leads to what took its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.check.project import Checked, check_project
from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.data import Draft, rewrite
from macros.data.project import Project
from macros.model import Text, fits
from macros.text.diagnostics import Diagnostic
from macros.text.suggest import nearest
from macros.yaml import text


@dataclass(frozen=True, slots=True)
class Retired:
    """What was done: the file written, what went along, and the findings there were not before."""

    file: str
    along: tuple[str, ...]
    checked: Checked
    new: tuple[Diagnostic, ...]


def retire(project: Project, id_: str, why: str, successors: Sequence[str] = ()) -> Retired:
    """Retire the entry ``id_`` because of ``why``; ``successors`` took its place.

    What stands in it goes along: the duties of a clause, all that a measure holds. Comments and all
    other lines of the file stay. Raises FaultyDataError if a file cannot be read; MisuseError for
    an id or a reason that is none; ForbiddenError if it is retired already; ``lock.BusyError`` if
    another program writes the data.
    """
    with project.writing() as current:
        return _retired(current, id_, why, successors)


def _retired(project: Project, id_: str, why: str, successors: Sequence[str]) -> Retired:
    if not fits(Text, why) or text.check(why, "").findings:
        raise MisuseError("retire.no-reason")
    before = check_project(project)
    if not before.library.complete:
        raise FaultyDataError(before)
    library = before.library
    found = library.entry(id_)
    known = [one.id for one in library.entries if one.kind.retirable]
    if found is None or not found.kind.retirable:
        key = "retire.not-retirable" if found else "retire.unknown"
        raise MisuseError(key, None if found else nearest(id_, known), id=id_)
    if found.retired_with:
        raise ForbiddenError("retire.already", id=id_, why=found.retired_with.retired or "")
    successors = tuple(dict.fromkeys(successors))
    for successor in successors:
        other = library.entry(successor)
        if successor == id_ or (other and other.retired_with):
            raise MisuseError("retire.successor-retired", id=successor)
        if other is None or other.kind is not found.kind:
            same = tuple(library.ids(found.kind))
            raise MisuseError("retire.no-successor", nearest(successor, same), id=successor)
    along = tuple(
        one.id
        for one in library.entries
        if id_ in [outer.id for outer in one.above] and one.retired_with is None
    )
    file = found.record.place.value.file

    def change(draft: Draft) -> Draft:
        path = draft.path_of(id_)
        draft = draft.put((*path, "retired"), why)
        return draft.put((*path, "replaced_by"), successors) if successors else draft

    rewrite(project, file, change)
    after = check_project(project.after_writing(file))
    return Retired(file, along, after, after.new_since(before))
