"""K: a review is of an entry that exists, by one person once, and still holds."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.knowledge.reviews.standing import person, standings
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.suggest import nearest
from macros.words.catalogue import say

# How many lapsed reviews are listed one by one; of more, only the number is said.
MOST = 20


def review_of_unknown(library: Library) -> Iterator[Diagnostic]:
    """What was reviewed is an entry of the library, and one that is compared with the text.

    The review of an entry that has been retired since may stay.
    """
    known = standings(library).dependants.entries
    retired = {id_ for id_, record in library.identified() if getattr(record, "retired", None)}
    for review in library.reviews:
        if review.id not in known and review.id not in retired:
            yield Diagnostic(
                "K01",
                review.place.at("id"),
                {"id": review.id},
                suggestion=nearest(review.id, known),
            )


def reviewed_twice(library: Library) -> Iterator[Diagnostic]:
    """Of one entry, there is one review by each person: the latest."""
    first: dict[tuple[str, str], Location] = {}
    for review in library.reviews:
        here = review.place.at("id")
        key = review.id, person(review.by)
        if key in first:
            params = {"id": review.id, "by": review.by}
            yield Diagnostic("K02", here, params, also=(first[key],))
        else:
            first[key] = here


def review_in_another_file(library: Library) -> Iterator[Diagnostic]:
    """A review stands in the file of the document its entry belongs to.

    Those of roles, terms and other entries of the registry stand in ``registry.yml``, those of
    guides and their questions in ``guides.yml``.
    """
    known = standings(library).dependants.entries
    for review in library.reviews:
        here = review.place.at("id")
        name = posixpath.basename(here.file)
        if (entry := known.get(review.id)) and name != f"{entry.shelf}.yml":
            right = f"data/reviews/{entry.shelf}.yml"
            yield Diagnostic("K03", here, {"id": review.id, "right": right})


def review_lapsed(library: Library) -> Iterator[Diagnostic]:
    """What was reviewed is still as the reviewer saw it, and so is what it rests on.

    Where more than a few have changed, that is said once (K05).
    """
    lapsed = tuple(standings(library).lapsed())
    for standing in lapsed if len(lapsed) <= MOST else ():
        latest = max(standing.stale, key=lambda review: review.date)
        changed = (say(f"aspect.{aspect.value}") for aspect in standing.changed)
        yield Diagnostic(
            "K04",
            latest.place.at("id"),
            {
                "id": standing.entry.id,
                "by": latest.by,
                "date": latest.date,
                "changed": say("aspect.and").join(changed),
            },
            also=(standing.entry.record.place.value,),
        )


def reviews_lapsed(library: Library) -> Iterator[Diagnostic]:
    """Not so many entries have changed since their review that nobody could name them all."""
    lapsed = {standing.entry.id for standing in standings(library).lapsed()}
    if len(lapsed) > MOST:
        first = next(review for review in library.reviews if review.id in lapsed)
        yield Diagnostic("K05", first.place.at("id"), {"count": str(len(lapsed))})


RULES = (
    Rule("K01", review_of_unknown, whole=True),
    Rule("K02", reviewed_twice),
    Rule("K03", review_in_another_file),
    Rule("K04", review_lapsed, whole=True),
    Rule("K05", reviews_lapsed, whole=True),
)
