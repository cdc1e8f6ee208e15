"""A review: that a person compared an entry with the text, and how many must."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.record import Record
from macros.model.scalars import ID_PATTERN, Count, Day, Text


class Review(Record):
    """A person's word that an entry agrees with the text; one line of a file in ``reviews/``.

    The last three fields are fingerprints of what was compared; ``clausebook review`` takes them.
    """

    id: Annotated[str, Field(pattern=f"^{ID_PATTERN}(/{ID_PATTERN})?$", max_length=121)] = Field(
        description="What was reviewed: an id, or m18/m17 for the relation of m18 to m17."
    )
    by: Text = Field(description="Who compared it.")
    date: Day = Field(description="The day of the review.")
    own: Text = Field(description="Fingerprint of the entry's own fields.")
    text: Text = Field(description="Fingerprint of the words of the document it rests on.")
    rest: Text = Field(description="Fingerprint of the names, definitions and duties it rests on.")


class ReviewRule(Record):
    """What it takes for an entry to count as reviewed; the file ``review.yml``."""

    persons: Count = Field(
        default=1, description="How many different persons must have compared an entry."
    )
