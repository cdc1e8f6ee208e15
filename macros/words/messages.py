"""What a finding says: the severity, words, hint and example that belong to a code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from macros.model import Degree, Record
from macros.text.diagnostics import Severity
from macros.words.vocabulary import listed
from macros.yaml.shipped import shipped

CATALOGUE = Path(__file__).with_name("messages.zh.yml")


class Example(Record):
    """A piece of a file that brings the finding about, and the same piece mended."""

    bad: str = Field(min_length=1, description="What brings the finding about.")
    good: str = Field(min_length=1, description="The same, mended.")


class Message(Record):
    """What belongs to one code; ``text`` and ``hint`` hold ``{placeholders}``."""

    severity: Severity = Field(description="How grave the finding is.")
    text: str = Field(alias="message", min_length=1, description="What is wrong.")
    hint: str = Field(min_length=1, description="What to do about it.")
    why: str = Field("", description="Why the rule exists; what to do where the hint is no help.")
    example: Example = Field(description="Shown in the reference of findings.")

    @property
    def bad(self) -> str:
        """The example that brings the finding about."""
        return self.example.bad

    @property
    def good(self) -> str:
        """The example, mended."""
        return self.example.good

    def says(self, params: Mapping[str, str]) -> str:
        """The text with its placeholders filled; KeyError if a param is missing."""
        return self.text.format_map(params)

    def advises(self, params: Mapping[str, str]) -> str:
        """The hint with its placeholders filled; KeyError if a param is missing."""
        return self.hint.format_map(params)


def message(code: str) -> Message:
    """The message of ``code``; KeyError for a code that has none."""
    return _catalogue()[code]


def all_codes() -> tuple[str, ...]:
    """Every code that has a message, in the order of the catalogue."""
    return tuple(_catalogue())


def _listing(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """An entry whose hint lists the degrees, as the table has them, for ``{Degree}``."""
    return {**entry, "hint": str(entry.get("hint", "")).replace("{Degree}", listed(Degree))}


@cache
def _catalogue() -> Mapping[str, Message]:
    """The catalogue that ships with the code; RuntimeError if it is not in order."""
    entries = shipped(CATALOGUE)
    try:
        return {code: Message.model_validate(_listing(entry)) for code, entry in entries.items()}
    except ValidationError as error:
        raise RuntimeError(f"{CATALOGUE.name}: {error}") from error
