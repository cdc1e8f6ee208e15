"""The degrees in which a role takes part in a duty: a table, one row a degree, strongest first.

The program asks a degree for its row and never compares places in the enum. Only the lead is
known by name, because every duty owes one. What each is called stands in ``macros/words/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Share(StrEnum):
    """What somebody in a degree has to do with the work itself."""

    CARRIES = "carries"
    HELPS = "helps"
    WATCHES = "watches"
    RECEIVES = "receives"


@dataclass(frozen=True, slots=True)
class DegreeMeaning:
    """A row of the table; ``unique``: at most one role in a duty has this degree."""

    share: Share
    unique: bool = False


class Degree(StrEnum):
    """In which degree a role takes part in a duty, strongest first."""

    meaning: DegreeMeaning

    def __new__(cls, word: str, meaning: DegreeMeaning) -> Self:
        """The degree that files write as ``word``."""
        degree = str.__new__(cls, word)
        degree._value_ = word
        degree.meaning = meaning
        return degree

    LEAD = "lead", DegreeMeaning(Share.CARRIES, unique=True)
    ANSWER = "answer", DegreeMeaning(Share.CARRIES, unique=True)
    JOINT = "joint", DegreeMeaning(Share.CARRIES)
    SUPPORT = "support", DegreeMeaning(Share.HELPS)
    SUPERVISE = "supervise", DegreeMeaning(Share.WATCHES)
    INFORM = "inform", DegreeMeaning(Share.WATCHES)
    TARGET = "target", DegreeMeaning(Share.RECEIVES)

    @property
    def order(self) -> int:
        """The place of its row, from 0 for the strongest."""
        return _ORDER[self]

    @property
    def does(self) -> bool:
        """Whether those in this degree do the work, alone, together or as helpers."""
        return self.meaning.share in (Share.CARRIES, Share.HELPS)


_ORDER = {degree: place for place, degree in enumerate(Degree)}
