"""How far the entries of library.json have been compared with the text."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.library_json import records
from macros.knowledge import Library
from macros.knowledge.reviews.standing import State, standings


def reviewed(library: Library) -> Iterator[records.ExportedReview]:
    """Every entry that somebody reviewed; of a lapsed one, the reviews that no longer count."""
    for standing in standings(library).all():
        if standing.state is not State.NEVER:
            yield records.ExportedReview(
                entry=standing.entry.id,
                kind=standing.entry.kind,
                state=standing.state,
                by=tuple(review.by for review in standing.reviews),
                dates=tuple(review.date for review in standing.reviews),
            )
