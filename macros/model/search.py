"""The words of the search box."""

from __future__ import annotations

from pydantic import Field

from macros.model.record import Record
from macros.model.scalars import Text


class Synonym(Record):
    """What people type, and what the text says for it."""

    typed: Text = Field(description="The everyday word.")
    means: tuple[Text, ...] = Field(min_length=1, description="The words of the text for it.")


class SearchWords(Record):
    """Words of the search box; the file ``search.yml``."""

    ignored: tuple[Text, ...] = Field(default=(), description="Words of asking that name nothing.")
    synonyms: tuple[Synonym, ...] = Field(default=(), description="Everyday words for the text's.")
    examples: tuple[Text, ...] = Field(default=(), description="What the box proposes to type.")
