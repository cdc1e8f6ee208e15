"""Settings of the whole library: the school year and the words of the search box."""

from __future__ import annotations

from pydantic import Field

from macros.model.record import Record
from macros.model.scalars import Text


class FirstMeeting(Record):
    """When a study group meets for the first time; it then meets every week of the terms."""

    day: Text = Field(description="The day, written 2026-09-09.")
    at: Text = Field(description="The time of day, written 15:30.")


class SchoolYear(Record):
    """The days between which recurring duties are laid out; the file ``calendar.yml``."""

    first_day: Text = Field(description="The first day of the first term, written 2026-09-01.")
    first_term_ends: Text = Field(description="The last day of the first term.")
    second_term_begins: Text = Field(description="The first day of the second term.")
    last_day: Text = Field(description="The last day of the second term.")
    study: FirstMeeting | None = Field(default=None, description="When study meetings begin.")


class Synonym(Record):
    """What people type, and what the text says for it."""

    typed: Text = Field(description="The everyday word.")
    means: tuple[Text, ...] = Field(min_length=1, description="The words of the text for it.")


class SearchWords(Record):
    """Words of the search box; the file ``search.yml``."""

    ignored: tuple[Text, ...] = Field(default=(), description="Words of asking that name nothing.")
    synonyms: tuple[Synonym, ...] = Field(default=(), description="Everyday words for the text's.")
    examples: tuple[Text, ...] = Field(default=(), description="What the box proposes to type.")
