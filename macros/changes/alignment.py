"""Alignment of two versions of a text: which newer unit stands for which older one.

Ids come first. Where texts say that ids were given anew, as when an article is put in and all
behind it count on, likeness decides: equal texts, then the most alike, then what stands in the
same gap between neighbours that are known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

SAME = 0.5
"""How alike two texts must be, from 0 to 1, to be taken for one wherever they stand."""

KIN = 0.25
"""The same for two that stand between the same neighbours."""

# A pair of characters in more texts than this tells nothing; more candidates are not looked at.
_COMMON = 12
_CANDIDATES = 6

Pairs = Counter[str]


def counterparts(
    old: Mapping[str, str], new: Mapping[str, str], *, amended: bool = True
) -> dict[str, str]:
    """For ids of ``new``, the id in ``old`` of what each was; both map ids to texts, in order.

    What has no counterpart is left out. Unless texts may have been ``amended`` as well, only equal
    ones are one under different ids. Time grows with the length of the texts, not with the square
    of their number.
    """
    same = {id_: id_ for id_, text in new.items() if old.get(id_) == text}
    alignment = _Alignment(old, new, same)
    alignment.equal()
    if amended:
        alignment.by_id(SAME)
        alignment.alike()
        alignment.between()
    renumbered = any(before != id_ and id_ in old for id_, before in alignment.found.items())
    alignment.by_id(KIN if renumbered else 0.0)
    return {id_: alignment.found[id_] for id_ in new if id_ in alignment.found}


class _Alignment:
    """What has been found so far; each step looks at what is left."""

    def __init__(
        self, old: Mapping[str, str], new: Mapping[str, str], found: dict[str, str]
    ) -> None:
        self.old, self.new, self.found = old, new, found
        self._taken = set(found.values())
        self._old_pairs = {id_: _pairs(old[id_]) for id_ in self._left_old()}
        self._new_pairs = {id_: _pairs(new[id_]) for id_ in self._left_new()}

    def equal(self) -> None:
        """Texts that did not change, under another id, if there is only one of them left."""
        times = Counter(self.old[id_] for id_ in self._left_old())
        times_now = Counter(self.new[id_] for id_ in self._left_new())
        where = {self.old[id_]: id_ for id_ in self._left_old()}
        for id_ in [*self._left_new()]:
            text = self.new[id_]
            if times[text] == times_now[text] == 1:
                self._take(id_, where[text])

    def by_id(self, least: float) -> None:
        """Texts under one id that are at least so alike."""
        for id_ in [*self._left_new()]:
            old_left = id_ in self.old and id_ not in self._taken
            if old_left and self._likeness(id_, id_) >= least:
                self._take(id_, id_)

    def alike(self) -> None:
        """The most alike first, wherever they stand."""
        candidates = _Candidates(self._old_pairs[id_] for id_ in self._left_old())
        self._take_best(
            (
                (id_, before)
                for left in [list(self._left_old())]
                for id_ in self._left_new()
                for before in candidates.of(self._new_pairs[id_], left)
            ),
            SAME,
        )

    def between(self) -> None:
        """The most alike of what stands behind the same neighbour."""
        behind = dict(_behind(self.old, set(self.found.values())))
        now_behind = dict(_behind(self.new, set(self.found)))
        gaps: dict[str, list[str]] = {}
        for before, neighbour in behind.items():
            gaps.setdefault(neighbour, []).append(before)
        self._take_best(
            (
                (id_, before)
                for id_, neighbour in now_behind.items()
                for before in gaps.get(self.found.get(neighbour, ""), [])[:_CANDIDATES]
            ),
            KIN,
        )

    def _take_best(self, pairs: Iterable[tuple[str, str]], least: float) -> None:
        scored = ((self._likeness(id_, before), id_, before) for id_, before in pairs)
        # The sort is stable: of equal scores, the first in the order of the text.
        for score, id_, before in sorted(scored, key=lambda found: -found[0]):
            if score >= least:
                self._take(id_, before)

    def _take(self, id_: str, before: str) -> None:
        if id_ not in self.found and before not in self._taken:
            self.found[id_] = before
            self._taken.add(before)

    def _likeness(self, id_: str, before: str) -> float:
        return _likeness(self._new_pairs[id_], self._old_pairs[before])

    def _left_old(self) -> Iterator[str]:
        return (id_ for id_ in self.old if id_ not in self._taken)

    def _left_new(self) -> Iterator[str]:
        return (id_ for id_ in self.new if id_ not in self.found)


class _Candidates:
    """Finds the texts that share rare pairs of characters with another."""

    def __init__(self, texts: Iterable[Pairs]) -> None:
        self._in: dict[str, list[int]] = {}
        for number, pairs in enumerate(texts):
            for pair in pairs:
                self._in.setdefault(pair, []).append(number)

    def of(self, pairs: Pairs, names: list[str]) -> list[str]:
        """The names of those that share most."""
        shared: Counter[int] = Counter()
        for pair in pairs:
            numbers = self._in.get(pair, ())
            if len(numbers) <= _COMMON:
                shared.update(numbers)
        return [names[number] for number, _ in shared.most_common(_CANDIDATES)]


def _behind(ids: Iterable[str], known: set[str]) -> Iterator[tuple[str, str]]:
    """Each unknown id with the nearest known one before it, "" at the beginning."""
    neighbour = ""
    for id_ in ids:
        if id_ in known:
            neighbour = id_
        else:
            yield id_, neighbour


def _pairs(text: str) -> Pairs:
    return Counter(one + other for one, other in pairwise(f"\n{text}\n"))


def _likeness(one: Pairs, other: Pairs) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())
