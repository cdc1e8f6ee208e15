"""What a release of the data changed, as records: the files of ``data/releases``.

A change is recorded when it is made and never worked out again, so it speaks in plain words: ids,
names of fields as the files write them, values as text. Neither a later model nor a later entry
can alter what an earlier release says.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from macros.model import Count, Day, Degree, Id, Record, Text


class What(StrEnum):
    """What happened to an entry."""

    ADDED = "added"
    DROPPED = "dropped"
    RETIRED = "retired"
    RESTORED = "restored"
    CHANGED = "changed"


class FieldChange(Record):
    """One value that differs; in a list of words, what came and went or the new order."""

    at: tuple[str, ...] = Field(
        min_length=1, description="The field as the file writes it, step by step, keys included."
    )
    old: str | None = Field(default=None, description="The value before; none: there was none.")
    new: str | None = Field(default=None, description="The value now; none: there is none.")
    added: tuple[str, ...] = Field(default=(), description="What came into a list.")
    dropped: tuple[str, ...] = Field(default=(), description="What left a list.")
    order: tuple[str, ...] = Field(
        default=(), description="The list in its new order, if only that changed."
    )


class Change(Record):
    """What happened to one entry of the library."""

    what: What = Field(description="Added, dropped, retired, restored or changed.")
    kind: Id = Field(description="What the entry is: clause, duty, role …")
    entry: Text = Field(description="Its id; that from before, if it was dropped.")
    name: str = Field(default="", description="What readers call it.")
    within: Text | None = Field(default=None, description="The measure, guide or text it is in.")
    number: Count | None = Field(
        default=None, description="What the first records had for how it is cited; none is written."
    )
    cited: str = Field(
        default="", description="Its part, or the measure it is or stands in, as cited then."
    )
    passage: str = Field(
        default="", description="A clause's place in its measure, or a duty's, as cited then."
    )
    was: tuple[Text, ...] = Field(
        default=(), description="Its id before, if that was another; or what it was split off."
    )
    into: tuple[Text, ...] = Field(default=(), description="Where a dropped clause's words went.")
    fields: tuple[FieldChange, ...] = Field(default=(), description="Every value that differs.")

    @property
    def renamed(self) -> bool:
        """Whether the entry had another id before."""
        return self.what not in (What.ADDED, What.DROPPED) and bool(self.was)


class Shift(Record):
    """Duties that one role's part changed in, in the same way.

    Without an old degree they are new to the role; without a new one they are no longer its own;
    with the same in both, the duty itself or its clause says something else.
    """

    old: Degree | None = Field(default=None, description="The degree before.")
    new: Degree | None = Field(default=None, description="The degree now.")
    duties: tuple[Text, ...] = Field(min_length=1, description="The duties, in the text's order.")


class Impact(Record):
    """What a release means for one role."""

    role: Id = Field(description="Whom it concerns.")
    name: Text = Field(description="What readers call it.")
    shifts: tuple[Shift, ...] = Field(min_length=1, description="How its part changed.")


class Changes(Record):
    """Everything that differs between two libraries, and for whom."""

    changes: tuple[Change, ...] = Field(default=(), description="Every change, by entry.")
    whom: tuple[Impact, ...] = Field(default=(), description="What it means for each role.")


class Release(Record):
    """One version of the data that readers were given; the file ``releases/<version>.yml``."""

    version: Text = Field(description="Three whole numbers, as the file is called: 0.2.0.")
    date: Day = Field(description="The day it was given to readers, as the editor says.")
    words: Text = Field(description="What the editor says to readers about it.")
    changes: tuple[Change, ...] = Field(default=(), description="Every change, by entry.")
    whom: tuple[Impact, ...] = Field(default=(), description="What it means for each role.")

    @property
    def content(self) -> Changes:
        """What it changed."""
        return Changes(changes=self.changes, whom=self.whom)

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers, for sorting."""
        return tuple(map(int, self.version.split(".")))
