"""What must be looked at again: entries that are as they were while what they rest on is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.changes.sentences import Names, called
from macros.knowledge.reviews import Moved
from macros.words.changes import say

Entries = tuple[tuple[str, str], ...]
"""Ids with names."""


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """Entries that rest on the same changed ``grounds``, as kinds of entries."""

    grounds: Entries
    kinds: tuple[tuple[str, Entries], ...]


def to_look_at(rest: Iterable[Moved], changed: frozenset[str], names: Names) -> Iterator[ToLookAt]:
    """Each entry once, with all that changed below it, in the order met.

    So a reader who has seen a change goes through what rests on it. Entries that ``changed``
    themselves are told one by one and left out here.
    """
    found: dict[tuple[str, ...], dict[str, list[tuple[str, str]]]] = {}
    for one in rest:
        if one.itself or one.entry.id in changed:
            continue
        kinds = found.setdefault(tuple(dict.fromkeys(id_ for _, id_ in one.grounds)), {})
        named = one.entry.id, _name(one.entry.id, names)
        kinds.setdefault(say(f"kind.{one.entry.kind}"), []).append(named)
    for grounds, kinds in found.items():
        yield ToLookAt(
            tuple((id_, called(id_, names)) for id_ in grounds),
            tuple((kind, tuple(named)) for kind, named in kinds.items()),
        )


def _name(id_: str, names: Names) -> str:
    """What an entry is called; of a relation, both its ends."""
    return "\N{RIGHTWARDS ARROW}".join(called(end, names) for end in id_.split("/"))
