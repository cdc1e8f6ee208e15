"""A measure: its text clause by clause, and what editors wrote about it."""

from __future__ import annotations

from pydantic import Field

from macros.model.duty import Duty
from macros.model.record import Record
from macros.model.scalars import Count, Gap, Id, Text, Truth
from macros.model.vocabularies import QuestionKind, RelationType


class Clause(Record):
    """One sentence, or one independent member of a sentence, of the text of record."""

    id: Id = Field(description="Permanent id, the measure's id first: m18c2.")
    before: Gap = Field(default="", description="Line ends and blanks that stand before it.")
    text: Text = Field(description="The words of the source, code point by code point.")
    duties: tuple[Duty, ...] = Field(default=(), description="Every demand the clause makes.")
    normative: Truth = Field(default=True, description="False if the clause demands nothing.")
    why: Text | None = Field(default=None, description="Why a clause demands nothing.")
    retired: Text | None = Field(
        default=None, description="Why it is no longer part of the text, its duties with it."
    )
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")


class Relation(Record):
    """A link to another measure that a reader gains from, with its reason."""

    to: Id = Field(description="The other measure.")
    type: RelationType = Field(description="How this measure stands to the other.")
    note: Text = Field(description="The reason, in one sentence.")


class Question(Record):
    """A question for a study group, with an answer that quotes clauses."""

    id: Id = Field(description="Permanent id, the measure's id first: m18q1.")
    kind: QuestionKind = Field(description="What it asks of the reader.")
    text: Text = Field(description="The question.")
    answer: Text = Field(description="A good answer; words in corner brackets are verbatim.")
    quotes: tuple[Id, ...] = Field(min_length=1, description="The clauses the answer rests on.")
    roles: tuple[Id, ...] = Field(
        default=(), description="Whom it suits best; none means everyone."
    )
    retired: Text | None = Field(default=None, description="Why it is no longer asked.")
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")


class Measure(Record):
    """One numbered measure of the document, clause by clause."""

    id: Id = Field(description="Permanent id, unique across the library.")
    number: Count = Field(description="The number readers see.")
    numeral: Text | None = Field(
        default=None, description="The number as printed, where it is not the Arabic one."
    )
    part: Id = Field(description="The part it belongs to.")
    title: Text = Field(
        description="The heading in the source, without its closing mark; words of its own text "
        "where the source prints none."
    )
    before: Gap = Field(default="", description="What stands before it and is part of no record.")
    layout: Gap | None = Field(
        default=None, description="Its lines in the source, where they are not the usual ones."
    )
    themes: tuple[Id, ...] = Field(
        default=(), description="The topics it belongs to; at least one once it is complete."
    )
    clauses: tuple[Clause, ...] = Field(min_length=1, description="Its text, in order.")
    related: tuple[Relation, ...] = Field(default=(), description="Links worth following.")
    questions: tuple[Question, ...] = Field(default=(), description="Questions for study groups.")
    retired: Text | None = Field(
        default=None, description="Why it is no longer part of the text, with all it holds."
    )
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")
    former_clauses: tuple[Clause, ...] = Field(
        default=(), description="The retired ones, set apart from those of the text."
    )
    former_questions: tuple[Question, ...] = Field(
        default=(), description="The retired ones, set apart from those that are asked."
    )

    @property
    def printed(self) -> str:
        """The number as the source prints it."""
        return self.numeral or str(self.number)

    @property
    def every_clause(self) -> tuple[Clause, ...]:
        """Those of the text, then the retired ones."""
        return (*self.clauses, *self.former_clauses)

    @property
    def every_question(self) -> tuple[Question, ...]:
        """Those that are asked, then the retired ones."""
        return (*self.questions, *self.former_questions)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """All duties of all clauses, in the order of the text, retired ones included."""
        return tuple(duty for clause in self.clauses for duty in clause.duties)


def lacks_duty(clause: Clause) -> bool:
    """Whether a clause makes demands of which none is a duty that holds."""
    return clause.normative and not holding_duties(clause)


def holding_duties(clause: Clause) -> list[Duty]:
    """The duties of a clause that are not retired."""
    return [duty for duty in clause.duties if duty.retired is None]
