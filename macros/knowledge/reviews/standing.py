"""How far the entries have been compared with the text, and whether what was compared still holds.

A review carries three fingerprints of what the reviewer saw: the entry's own fields, the words of
the document it rests on, and the names, definitions and duties it rests on. It counts as long as
all three are those of today; there is no other state, so nothing has to be kept up to date.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.knowledge import Library, once
from macros.knowledge.reviews import Dependants, Ground, Reason, Reviewable
from macros.model import Review

DIGITS = 16
"""How much of a SHA-256 a fingerprint keeps: 64 bits, ample against chance."""


class State(StrEnum):
    """How far an entry has come."""

    NEVER = "never"
    """Nobody has compared it."""
    PARTLY = "partly"
    """Compared, but by fewer persons than the rule asks for."""
    REVIEWED = "reviewed"
    """Compared as it is now, by as many persons as the rule asks for."""
    LAPSED = "lapsed"
    """Compared once, and something it was judged by has changed since."""


class Aspect(StrEnum):
    """What a fingerprint is of; the names of the fields of a review."""

    OWN = "own"
    TEXT = "text"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Seal:
    """The fingerprints of an entry as it is now."""

    own: str
    text: str
    rest: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How one entry stands: the reviews that count, those that no longer do, what changed."""

    entry: Reviewable
    state: State
    valid: tuple[Review, ...]
    stale: tuple[Review, ...]
    changed: tuple[Aspect, ...]

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Those to be shown: the valid ones, or of a lapsed entry the others."""
        return self.stale if self.state is State.LAPSED else self.valid


class Standings:
    """The standing of every entry of a library."""

    def __init__(self, library: Library) -> None:
        """Take the reviews of ``library`` together by entry; nothing is compared yet."""
        self.dependants = Dependants(library)
        self._persons = library.review_rule.persons
        self._reviews: dict[str, list[Review]] = {}
        for review in library.reviews:
            self._reviews.setdefault(review.id, []).append(review)

    def of(self, id_: str) -> Standing | None:
        """The standing of the entry ``id_``; None if it is nothing that is reviewed."""
        entry = self.dependants.entries.get(id_)
        if entry is None:
            return None
        reviews = self._reviews.get(id_)
        if not reviews:
            return Standing(entry, State.NEVER, (), (), ())
        now = self.seal(id_)
        valid = tuple(review for review in reviews if not _changed(review, now))
        stale = tuple(review for review in reviews if _changed(review, now))
        if len({person(review.by) for review in valid}) >= self._persons:
            return Standing(entry, State.REVIEWED, valid, stale, ())
        if not stale:
            return Standing(entry, State.PARTLY, valid, (), ())
        latest = max(stale, key=lambda review: review.date)
        return Standing(entry, State.LAPSED, valid, stale, _changed(latest, now))

    def is_reviewed(self, id_: str) -> bool:
        """Whether the entry ``id_`` counts as reviewed as it is now."""
        found = self.of(id_)
        return found is not None and found.state is State.REVIEWED

    def all(self) -> Iterator[Standing]:
        """Every entry that can be reviewed, in the order of the library."""
        for id_ in self.dependants.entries:
            if standing := self.of(id_):
                yield standing

    def lapsed(self) -> Iterator[Standing]:
        """The entries that were reviewed and have changed since."""
        for id_ in self.dependants.entries:
            if id_ in self._reviews and (found := self.of(id_)) and found.state is State.LAPSED:
                yield found

    def seal(self, id_: str) -> Seal:
        """The fingerprints of an entry as it is now; KeyError if it is none."""
        entry = self.dependants.entries[id_]
        grounds = self.dependants.grounds(id_)
        return Seal(
            own=_fingerprint([[entry.kind.value, entry.says]]),
            text=_fingerprint(_named(g for g in grounds if g.reason is Reason.TEXT)),
            rest=_fingerprint(_named(g for g in grounds if g.reason is not Reason.TEXT)),
        )


@once
def standings(library: Library) -> Standings:
    """The standings of ``library``."""
    return Standings(library)


def person(name: str) -> str:
    """A name for telling persons apart: width, case and blanks make no other person."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _changed(review: Review, now: Seal) -> tuple[Aspect, ...]:
    return tuple(a for a in Aspect if getattr(review, a.value) != getattr(now, a.value))


def _named(grounds: Iterable[Ground]) -> list[list[str]]:
    return sorted([ground.reason.value, ground.id, ground.says] for ground in grounds)


def _fingerprint(fields: list[list[str]]) -> str:
    """The fingerprint of named fields; as JSON, so that no two contents read the same run on."""
    content = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:DIGITS]
