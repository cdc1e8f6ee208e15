"""Retiring an entry: it stays, says why, and leads to what took its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.check.project import Checked, check_project
from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.data import Draft, rewrite
from macros.data.project import Project
from macros.model import Clause, Guide, Measure, Retirable, Text, fits
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
    known = {
        one: record for one, record in before.library.identified() if isinstance(record, Retirable)
    }
    record = known.get(id_)
    if record is None:
        every = {one for one, _ in before.library.identified()}
        key = "retire.not-retirable" if id_ in every else "retire.unknown"
        raise MisuseError(key, nearest(id_, known) if id_ not in every else None, id=id_)
    why_gone = _why_gone(known)
    if id_ in why_gone:
        raise ForbiddenError("retire.already", id=id_, why=why_gone[id_])
    successors = tuple(dict.fromkeys(successors))
    for successor in successors:
        if successor in (id_, *why_gone):
            raise MisuseError("retire.successor-retired", id=successor)
        _of_its_kind(record, successor, known)
    file = record.place.value.file

    def change(draft: Draft) -> Draft:
        path = draft.path_of(id_)
        draft = draft.put((*path, "retired"), why)
        return draft.put((*path, "replaced_by"), successors) if successors else draft

    rewrite(project, file, change)
    after = check_project(project.after_writing(file))
    return Retired(file, _along(record), after, after.new_since(before))


def _why_gone(known: Mapping[str, Retirable]) -> dict[str, str]:
    """Why something is in use no more, by its id: the reason of its own, or of what it is in."""
    retired = [(id_, record, record.retired) for id_, record in known.items() if record.retired]
    along = {inner: why for _, record, why in retired for inner in _along(record)}
    return {**along, **{id_: why for id_, _, why in retired}}


def _of_its_kind(record: Retirable, id_: str, known: Mapping[str, Retirable]) -> None:
    """MisuseError unless ``id_`` is of the same kind as ``record``, whose place it takes."""
    same = [one for one, other in known.items() if type(other) is type(record)]
    if id_ not in same:
        raise MisuseError("retire.no-successor", nearest(id_, same), id=id_)


def _along(record: Retirable) -> tuple[str, ...]:
    """The ids of what stands in a record and holds until now."""
    match record:
        case Measure():
            clauses = (one for clause in record.clauses for one in (clause.id, *_along(clause)))
            return (*clauses, *(question.id for question in record.questions))
        case Clause():
            return tuple(duty.id for duty in record.duties if duty.retired is None)
        case Guide():
            return tuple(question.id for question in record.questions)
        case _:
            return ()
