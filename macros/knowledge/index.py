"""Ways to keep records so that they are found at once: by id, in groups, up a chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from macros.model import EvidenceRecord, Mechanism, Part, Role, Term, Theme

R = TypeVar("R", Role, Mechanism, Term, Theme, EvidenceRecord, Part)
V = TypeVar("V")


def chains(above: Mapping[str, str | None]) -> Mapping[str, tuple[str, ...]]:
    """Each id with those above it, step by step; a circle ends where it would begin again."""
    chains: dict[str, tuple[str, ...]] = {}
    for id_ in above:
        chain: dict[str, None] = {}
        here: str | None = id_
        while here is not None and here in above and here not in chain:
            chain[here] = None
            here = above[here]
        chains[id_] = tuple(chain)
    return chains


def by_id(records: Iterable[R]) -> Mapping[str, R]:
    """The records by id; of two with one id, the first."""
    return first_wins((record.id, record) for record in records)


def first_wins(pairs: Iterable[tuple[str, V]]) -> Mapping[str, V]:
    """A mapping in which the first of several values for one key stands."""
    found: dict[str, V] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def grouped(pairs: Iterable[tuple[str, V]]) -> Mapping[str, tuple[V, ...]]:
    """All values for each key, in the order met."""
    found: dict[str, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
