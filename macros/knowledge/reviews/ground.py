"""What an entry rests on, kind by kind, with exactly the fields that count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from macros.knowledge import Library
from macros.knowledge.guides import passages
from macros.knowledge.reviews.entry import Reviewable, says
from macros.model import (
    Clause,
    DefinitionOrigin,
    Duty,
    EvidenceRecord,
    Guide,
    Mechanism,
    Question,
    Record,
    Relation,
    Role,
    Term,
)
from macros.model.kinds import Kind


class Reason(StrEnum):
    """Why an entry rests on another."""

    TEXT = "text"
    """The clause whose words it is read from, quotes or asks about."""
    DUTY = "duty"
    """A duty of the clause: it has all of them, and no other."""
    ROLE = "role"
    """Who takes part, keeps the record or is meant."""
    WHOLE = "whole"
    """The role that this one belongs to."""
    MECHANISM = "mechanism"
    """What carries the duty."""
    RECORD = "record"
    """The evidence the duty leaves."""
    NAMED = "named"
    """The term or mechanism that the quoted words name."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing an entry rests on; ``says`` is what counts of it, as JSON of named fields."""

    reason: Reason
    id: str
    says: str


_COUNTS: Mapping[Reason, frozenset[str]] = {
    Reason.TEXT: frozenset({"title", "text"}),
    Reason.DUTY: frozenset({"do", "quote"}),
    Reason.ROLE: frozenset({"label", "kind", "part_of", "identify"}),
    Reason.WHOLE: frozenset({"label", "kind"}),
    Reason.MECHANISM: frozenset({"label", "kind", "definition"}),
    Reason.RECORD: frozenset({"label", "keeper", "note"}),
    Reason.NAMED: frozenset({"label", "definition"}),
}


def grounds(library: Library, entry: Reviewable) -> tuple[Ground, ...]:
    """What ``entry`` rests on, in the order of its fields; what does not exist is left out."""
    named = _GROUNDS[entry.kind](library, entry) if entry.kind in _GROUNDS else ()
    return tuple(
        Ground(reason, id_, says(record, include=_COUNTS[reason]))
        for (reason, id_), record in {(why, id_): record for why, id_, record in named}.items()
        if record is not None
    )


_Named = Iterator[tuple[Reason, str, Record | None]]


def _of_clause(library: Library, entry: Reviewable) -> _Named:
    assert isinstance(entry.record, Clause)
    yield Reason.TEXT, entry.id, entry.record
    for duty in entry.record.duties:
        if duty.retired is None:
            yield Reason.DUTY, duty.id, duty


def _of_duty(library: Library, entry: Reviewable) -> _Named:
    assert isinstance(entry.record, Duty)
    duty = entry.record
    if found := library.duty(entry.id):
        yield Reason.TEXT, found.clause.id, found.clause
    for who in duty.who:
        yield Reason.ROLE, who.role, library.role(who.role)
    for carrier in duty.mechanisms:
        yield Reason.MECHANISM, carrier.mechanism, library.mechanism(carrier.mechanism)
    for evidence in duty.records:
        yield Reason.RECORD, evidence.record, library.record(evidence.record)
    for span in library.glossary_names.find(duty.quote):
        yield Reason.NAMED, span.entry, library.glossary_entry(span.entry)


def _of_question(library: Library, entry: Reviewable) -> _Named:
    assert isinstance(entry.record, Question)
    for id_ in entry.record.quotes:
        found = library.clause(id_)
        yield Reason.TEXT, id_, found.clause if found else None


def _of_relation(library: Library, entry: Reviewable) -> _Named:
    """A relation is judged by the whole text of both measures."""
    assert isinstance(entry.record, Relation)
    for id_ in (entry.id.partition("/")[0], entry.record.to):
        if measure := library.measure(id_):
            yield Reason.TEXT, id_, measure
            for clause in measure.clauses:
                yield Reason.TEXT, clause.id, clause


def _of_role(library: Library, entry: Reviewable) -> _Named:
    assert isinstance(entry.record, Role)
    if entry.record.part_of is not None:
        yield Reason.WHOLE, entry.record.part_of, library.role(entry.record.part_of)


def _of_defined(library: Library, entry: Reviewable) -> _Named:
    assert isinstance(entry.record, Term | Mechanism)
    definition = entry.record.definition
    if definition is not None and definition.origin is DefinitionOrigin.TEXT:
        found = library.clause(definition.source)
        yield Reason.TEXT, definition.source, found.clause if found else None


def _of_record(library: Library, entry: Reviewable) -> _Named:
    assert isinstance(entry.record, EvidenceRecord)
    yield Reason.ROLE, entry.record.keeper, library.role(entry.record.keeper)


def _of_guide(library: Library, entry: Reviewable) -> _Named:
    assert isinstance(entry.record, Guide)
    for passage in passages.of_selection(library, entry.record.select):
        yield Reason.TEXT, passage.measure.id, passage.measure
        for found in passage.clauses:
            yield Reason.TEXT, found.clause.id, found.clause
    for role_id in entry.record.audience:
        yield Reason.ROLE, role_id, library.role(role_id)


_GROUNDS: Mapping[Kind, Callable[[Library, Reviewable], _Named]] = {
    Kind.CLAUSE: _of_clause,
    Kind.DUTY: _of_duty,
    Kind.QUESTION: _of_question,
    Kind.RELATION: _of_relation,
    Kind.ROLE: _of_role,
    Kind.MECHANISM: _of_defined,
    Kind.TERM: _of_defined,
    Kind.RECORD: _of_record,
    Kind.GUIDE: _of_guide,
}
