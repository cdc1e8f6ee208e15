"""Which record each file of the data folder holds."""

from __future__ import annotations

import re

from pydantic import Field

from macros.model import (
    Document,
    EvidenceRecord,
    Guide,
    Measure,
    Mechanism,
    Pace,
    Record,
    Review,
    ReviewRule,
    Role,
    SchoolYear,
    SearchWords,
    Term,
    Theme,
)
from macros.model.release import Release


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


FILED: tuple[tuple[str, type[Record]], ...] = (
    ("data/registry/roles.yml", Roles),
    ("data/registry/mechanisms.yml", Mechanisms),
    ("data/registry/terms.yml", Terms),
    ("data/registry/themes.yml", Themes),
    ("data/registry/records.yml", Records),
    ("data/documents/*/document.yml", Document),
    ("data/documents/*/measures/*.yml", Measure),
    ("data/guides/pace.yml", Pace),
    ("data/guides/*.yml", Guide),
    ("data/reviews/*.yml", Reviews),
    ("data/releases/*.yml", Release),
    ("data/calendar.yml", SchoolYear),
    ("data/review.yml", ReviewRule),
    ("data/search.yml", SearchWords),
)
"""Paths below the project's root, ``*`` for one name; the first that fits counts."""


def kind_of(file: str) -> type[Record] | None:
    """The record that the file shown as ``file`` holds; None if it is none of the data folder's."""
    for pattern, record in FILED:
        if re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]+"), file):
            return record
    return None
