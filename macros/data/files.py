"""Which record each file of the data folder holds."""

from __future__ import annotations

import re

from macros.model import (
    Document,
    Guide,
    Measure,
    Pace,
    Record,
    ReviewRule,
    SchoolYear,
    SearchWords,
)
from macros.model.release import Release
from macros.store.registries import Mechanisms, Records, Reviews, Roles, Terms, Themes

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
