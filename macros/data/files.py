"""Which record each file of the data folder holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import Field, create_model

from macros.model import (
    Document,
    Guide,
    Measure,
    Pace,
    Record,
    Review,
    ReviewRule,
    SchoolYear,
    SearchWords,
)
from macros.model.kinds import REGISTERED, Kind
from macros.model.release import Release


class Reviews(Record):
    """A file of the folder ``reviews``: those of one document, of the registry or of guides."""

    reviews: tuple[Review, ...] = Field(description="One a line, by the ids of the entries.")


def _registry(kind: Kind) -> type[Record]:
    """The record of a file that lists all entries of a kind, called after its list: ``Roles``."""
    row = kind.row
    of: Any = tuple[row.record, ...]  # type: ignore[name-defined]
    listed: dict[str, Any] = {row.listed: (of, Field(description=row.record.__doc__))}
    name = row.listed.capitalize()
    return create_model(name, __base__=Record, __module__=__name__, **listed)


REGISTRIES: Mapping[Kind, type[Record]] = {kind: _registry(kind) for kind in REGISTERED}
"""What the file of each registered kind holds."""

FILED: tuple[tuple[str, type[Record]], ...] = (
    *((kind.row.file, registry) for kind, registry in REGISTRIES.items()),
    (Kind.DOCUMENT.row.file, Document),
    (Kind.MEASURE.row.file, Measure),
    ("data/guides/pace.yml", Pace),
    (Kind.GUIDE.row.file, Guide),
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
