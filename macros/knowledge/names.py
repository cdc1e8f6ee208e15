"""Finding names in Chinese text: longest match first, exclusions respected, no overlaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model import Named


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text that names an entry; ``start`` and ``end`` count code points from 0."""

    start: int
    end: int
    entry: str


class NameIndex:
    """All names of a set of entries, ready to be looked for in many texts.

    At each point of a text the longest name wins, and the search goes on behind it. Names inside
    one of their entry's ``not_in`` words are passed over, and so is whatever else begins there
    inside that word for this entry only. Retired entries are not looked for.
    """

    def __init__(self, entries: Iterable[Named]) -> None:
        """Index the names of ``entries``; of two entries with one name, the first has it."""
        self._owners: dict[str, Named] = {}
        self._lengths: dict[str, list[int]] = {}
        for entry in entries:
            if entry.retired is not None:
                continue
            for name in entry.names:
                self._owners.setdefault(name, entry)
        for name in self._owners:
            lengths = self._lengths.setdefault(name[0], [])
            if len(name) not in lengths:
                lengths.append(len(name))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def find(self, text: str) -> tuple[Span, ...]:
        """Every named stretch of ``text``, in order, none overlapping another."""
        return tuple(self._scan(text))

    def _scan(self, text: str) -> Iterator[Span]:
        at = 0
        while at < len(text):
            span = self._longest(text, at)
            if span is None:
                at += 1
            else:
                yield span
                at = span.end

    def _longest(self, text: str, at: int) -> Span | None:
        for length in self._lengths.get(text[at], ()):
            name = text[at : at + length]
            owner = self._owners.get(name)
            if owner is not None and not _inside_longer(text, at, at + length, owner.not_in):
                return Span(at, at + length, owner.id)
        return None


def _inside_longer(text: str, start: int, end: int, longer: Iterable[str]) -> bool:
    """Whether ``text[start:end]`` lies inside an occurrence of one of the ``longer`` words."""
    for word in longer:
        first = text.find(word, max(0, end - len(word)))
        while first != -1 and first <= start:
            if end <= first + len(word):
                return True
            first = text.find(word, first + 1)
    return False
