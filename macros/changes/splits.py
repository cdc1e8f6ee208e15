"""Clauses that were split or merged: whose words a new clause has, and where a lost one's went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from macros.changes.entries import ComparedEntry, Key
from macros.model import Clause

# How much of a clause must stand in another, from 0 to 1, and how long it must be for that to tell.
_MOST_OF = 0.7
_SHORTEST = 6
_SHINGLE = 3

Shingles = Counter[str]


def split(
    old: Mapping[Key, ComparedEntry], new: Mapping[Key, ComparedEntry], before: Mapping[Key, Key]
) -> Mapping[str, tuple[str, ...]]:
    """For clauses that are new, the clauses of old that lost most of their words to them."""
    lost = (
        (was[1], _shingles(_text(old[was])) - _shingles(_text(new[key])))
        for key, was in before.items()
        if key[0] == "clause" and _text(old[was]) != _text(new[key])
    )
    return _holding(((key[1], _text(item)) for key, item in new.items() if key not in before), lost)


def merged(
    old: Mapping[Key, ComparedEntry], new: Mapping[Key, ComparedEntry], before: Mapping[Key, Key]
) -> Mapping[str, tuple[str, ...]]:
    """For clauses that are gone, the clauses of now that gained most of their words."""
    gained = (
        (key[1], _shingles(_text(new[key])) - _shingles(_text(old[was])))
        for key, was in before.items()
        if key[0] == "clause" and _text(old[was]) != _text(new[key])
    )
    kept = set(before.values())
    return _holding(((key[1], _text(item)) for key, item in old.items() if key not in kept), gained)


def _holding(
    clauses: Iterable[tuple[str, str]], others: Iterable[tuple[str, Shingles]]
) -> Mapping[str, tuple[str, ...]]:
    """For each of ``clauses``, the one of ``others`` that holds most of it, if it is enough."""
    where: dict[str, list[str]] = {}
    for id_, shingles in others:
        for shingle in shingles:
            where.setdefault(shingle, []).append(id_)
    found: dict[str, tuple[str, ...]] = {}
    for id_, text in clauses:
        shingles = _shingles(text)
        shared = Counter(holder for shingle in shingles for holder in where.get(shingle, ()))
        for holder, times in shared.most_common(1):
            if len(text) >= _SHORTEST and times >= _MOST_OF * len(shingles):
                found[id_] = (holder,)
    return found


def _text(item: ComparedEntry) -> str:
    return item.record.text if isinstance(item.record, Clause) else ""


def _shingles(text: str) -> Shingles:
    return Counter(text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1))
