"""Entries, clauses and duties with all that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.knowledge.names import Span
from macros.model import (
    Assignment,
    Clause,
    Degree,
    Document,
    Duty,
    Measure,
    Part,
    Record,
    Retirable,
)
from macros.model.kinds import Kind


@dataclass(frozen=True, slots=True)
class ClauseInContext:
    """A clause with what it stands in; ``ordinal`` counts from 1 within its measure."""

    document: Document
    part: Part | None
    measure: Measure
    clause: Clause
    ordinal: int


@dataclass(frozen=True, slots=True)
class DutyInContext:
    """A duty with what it stands in."""

    document: Document
    part: Part | None
    measure: Measure
    clause: Clause
    duty: Duty

    @property
    def lead(self) -> Assignment | None:
        """The assignment in the lead, if there is one."""
        return next((who for who in self.duty.who if who.degree is Degree.LEAD), None)


@dataclass(frozen=True, slots=True)
class EntryInContext:
    """An entry of any kind with the entries it stands in, outermost first."""

    kind: Kind
    id: str
    record: Record
    above: tuple[EntryInContext, ...] = ()

    @property
    def retired_with(self) -> Retirable | None:
        """The record with which it was retired: itself, or else what it stands in; None in use."""
        for record in (self.record, *(one.record for one in reversed(self.above))):
            if isinstance(record, Retirable) and record.retired is not None:
                return record
        return None


@dataclass(frozen=True, slots=True)
class NameMention:
    """A place where the text names an entry."""

    context: ClauseInContext
    span: Span


def duties_of(clauses: Iterable[ClauseInContext]) -> Iterator[DutyInContext]:
    """Every duty of these clauses, retired ones included."""
    for at in clauses:
        for duty in at.clause.duties:
            yield DutyInContext(at.document, at.part, at.measure, at.clause, duty)
