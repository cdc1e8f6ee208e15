"""The files of the registry folder, each one list of entries."""

from __future__ import annotations

from pydantic import Field

from macros.model import EvidenceRecord, Mechanism, Record, Role, Term, Theme


class Roles(Record):
    """``roles.yml``."""

    roles: tuple[Role, ...] = Field(description="Who can carry or receive a duty.")


class Mechanisms(Record):
    """``mechanisms.yml``."""

    mechanisms: tuple[Mechanism, ...] = Field(description="The named mechanisms of the text.")


class Terms(Record):
    """``terms.yml``."""

    terms: tuple[Term, ...] = Field(description="The glossary.")


class Themes(Record):
    """``themes.yml``."""

    themes: tuple[Theme, ...] = Field(description="The topics, broader ones before narrower.")


class Records(Record):
    """``records.yml``."""

    records: tuple[EvidenceRecord, ...] = Field(description="The kinds of evidence.")
