"""A duty: what is demanded, of whom, when, by which mechanism, with what evidence."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from macros.model.degrees import Degree
from macros.model.record import Record
from macros.model.scalars import Count, Id, Text
from macros.model.vocabularies import Basis, Period, Rhythm


class Assignment(Record):
    """One role's part in a duty."""

    role: Id = Field(description="Who.")
    degree: Degree = Field(alias="as", description="In which degree.")
    basis: Basis = Field(description="Stated by the clause, or inferred by the editor.")
    quote: Text | None = Field(
        default=None, description="The clause's words that name the role, where no name of it does."
    )


class Timing(Record):
    """When a duty falls due."""

    kind: Rhythm = Field(description="The rhythm.")
    every: Period | None = Field(default=None, description="The period, for a periodic duty.")
    times: Count | None = Field(default=None, description="How often in each period.")
    event: Text | None = Field(default=None, description="What sets an event duty off.")
    by: Text | None = Field(default=None, description="When a deadline duty must be done.")
    basis: Basis = Field(description="Stated by the clause, or inferred by the editor.")
    quote: Text | None = Field(default=None, description="The clause's words for the rhythm.")


def _short_form(name: str) -> BeforeValidator:
    """Let a bare id stand for ``{name: id, basis: stated}``."""

    def expand(value: Any) -> Any:
        return {name: value, "basis": Basis.STATED} if isinstance(value, str) else value

    return BeforeValidator(expand)


class MechanismUse(Record):
    """A mechanism that carries a duty; a bare id in the file means it is named by the clause."""

    mechanism: Id = Field(description="Which mechanism.")
    basis: Basis = Field(default=Basis.STATED, description="Named by the clause, or inferred.")


class RecordUse(Record):
    """Evidence that a duty leaves behind."""

    record: Id = Field(description="Which kind of record.")
    basis: Basis = Field(description="Named by the clause, or inferred.")
    quote: Text | None = Field(default=None, description="The clause's words for the record.")


class Duty(Record):
    """One thing the document demands: what, by whom, when, how, with what evidence."""

    id: Id = Field(description="Permanent id, the measure's id first: m18d4.")
    do: Text = Field(description="What is to be done, short, as an instruction.")
    quote: Text = Field(description="The clause's words that demand it, verbatim.")
    who: tuple[Assignment, ...] = Field(
        min_length=1, description="Who takes part, in which degree."
    )
    no_lead: Text | None = Field(
        default=None, description="Why the duty has no lead, if it has none."
    )
    when: Timing = Field(description="The rhythm.")
    mechanisms: tuple[Annotated[MechanismUse, _short_form("mechanism")], ...] = Field(
        default=(), description="The named mechanisms that carry it."
    )
    records: tuple[RecordUse, ...] = Field(default=(), description="The evidence it leaves.")
    retired: Text | None = Field(default=None, description="Why the duty no longer holds.")
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")
