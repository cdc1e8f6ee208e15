"""A study guide that an author wrote, and how fast a group works."""

from __future__ import annotations

from pydantic import Field

from macros.model.entries import Entry
from macros.model.measure import Question
from macros.model.record import Record
from macros.model.scalars import Count, Id, Text


class Pace(Record):
    """How fast a group works; the file ``guides/pace.yml``. All page times follow from it."""

    reading: Count = Field(default=250, description="Characters read in a minute.")
    meeting: Count = Field(default=45, description="Minutes of a usual meeting.")
    opening: Count = Field(default=3, description="Minutes to sign in and say the aim.")
    closing: Count = Field(default=4, description="Minutes to sum up and share out what follows.")
    find: Count = Field(default=3, description="Minutes for a question that asks to find.")
    explain: Count = Field(default=4, description="Minutes for a question that asks to explain.")
    apply: Count = Field(default=6, description="Minutes for a question that asks to apply.")
    discuss: Count = Field(default=8, description="Minutes for a question to discuss.")
    items: Count = Field(default=2, description="Self-check items done in a minute.")


class Selection(Record):
    """What an authored guide reads: whatever any of its fields names, in the order of the text."""

    parts: tuple[Id, ...] = Field(default=(), description="All measures of these parts.")
    measures: tuple[Id, ...] = Field(default=(), description="These measures, whole.")
    themes: tuple[Id, ...] = Field(
        default=(), description="All measures of these themes and of narrower ones."
    )
    roles: tuple[Id, ...] = Field(default=(), description="Clauses with duties of these roles.")
    mechanisms: tuple[Id, ...] = Field(
        default=(), description="Clauses with duties that these mechanisms carry."
    )
    records: tuple[Id, ...] = Field(
        default=(), description="Clauses with duties that leave these records."
    )


class Guide(Entry):
    """A study guide written for an occasion; the file ``guides/<id>.yml``."""

    aim: Text = Field(description="What the group will have at the end, in one sentence.")
    words: Text = Field(description="What the author says to the group before the first meeting.")
    audience: tuple[Id, ...] = Field(default=(), description="Whom it is for; none means everyone.")
    select: Selection = Field(description="What it reads.")
    meetings: Count | None = Field(default=None, description="How many meetings; none: as needed.")
    minutes: Count | None = Field(default=None, description="Minutes of a meeting; none: usual.")
    questions: tuple[Question, ...] = Field(default=(), description="Questions of its own.")
    former_questions: tuple[Question, ...] = Field(
        default=(), description="The retired ones, set apart from those that are asked."
    )

    @property
    def every_question(self) -> tuple[Question, ...]:
        """Those that are asked, then the retired ones."""
        return (*self.questions, *self.former_questions)
