"""What the field reference says of a record: the words for readers that belong to each field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from macros.model import Record
from macros.yaml.shipped import shipped

WORDS = Path(__file__).with_name("fields.zh.yml")


class FieldWords(Record):
    """What belongs to one field."""

    meaning: str = Field(min_length=1, description="What the field says, and how to write it.")
    example: str = Field(min_length=1, description="A value as a file would hold it.")


class RecordWords(Record):
    """What belongs to one record; ``fields`` is keyed by the name in the files."""

    title: str = Field(min_length=1, description="What editors call the record.")
    file: str = Field(min_length=1, description="Where it is written.")
    note: str = Field(min_length=1, description="What it is.")
    fields: Mapping[str, FieldWords] = Field(description="Its fields.")


def words(record: str) -> RecordWords:
    """The words for the record class of this name; KeyError if it has none."""
    return all_words()[record]


@cache
def all_words() -> Mapping[str, RecordWords]:
    """The words that ship with the code; RuntimeError if they are not in order."""
    try:
        return {name: RecordWords.model_validate(entry) for name, entry in shipped(WORDS).items()}
    except ValidationError as error:
        raise RuntimeError(f"{WORDS.name}: {error}") from error
