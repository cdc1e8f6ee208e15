"""The files that are one list of entries: those of the registry, and reviews."""

from __future__ import annotations

from pydantic import Field

from macros.model import EvidenceRecord, Mechanism, Record, Review, Role, Term, Theme


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


class Reviews(Record):
    """A file of the folder ``reviews``: those of one document, of the registry or of guides."""

    reviews: tuple[Review, ...] = Field(description="One a line, by the ids of the entries.")
