"""What rests on what: each entry that a person compares with the text, and what it is judged by.

An entry's own fields and its grounds are together all that a reviewer has looked at. A ground is
one thing the entry rests on, with exactly the fields of it that count; whatever else changes in the
library leaves the entry as it was. Grounds are direct: a duty rests on the definition of the term
it quotes, not on what that definition was quoted from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.knowledge import Library
from macros.knowledge.reviews.entry import GUIDES, REGISTRY, Reviewable, entries
from macros.knowledge.reviews.ground import Ground, Reason, grounds

__all__ = [
    "GUIDES",
    "REGISTRY",
    "Dependants",
    "Ground",
    "Moved",
    "Reason",
    "Reviewable",
    "moved",
]


class Dependants:
    """The graph of a library: its entries, the grounds of each, and what rests on each id."""

    def __init__(self, library: Library) -> None:
        """Look at ``library``; of two entries with one id, the first counts."""
        self._library = library
        self._grounds: dict[str, tuple[Ground, ...]] = {}
        self.entries: dict[str, Reviewable] = {}
        """The entries in use, by id, in the order of the library."""
        for entry in entries(library):
            self.entries.setdefault(entry.id, entry)

    def grounds(self, id_: str) -> tuple[Ground, ...]:
        """What the entry ``id_`` rests on, in the order of its fields; KeyError if it is none."""
        if id_ not in self._grounds:
            self._grounds[id_] = grounds(self._library, self.entries[id_])
        return self._grounds[id_]

    def of(self, id_: str) -> tuple[tuple[str, Reason], ...]:
        """The entries that rest on ``id_``, each with the reason, in the order of the library."""
        return self._resting.get(id_, ())

    @cached_property
    def _resting(self) -> Mapping[str, tuple[tuple[str, Reason], ...]]:
        found: dict[str, list[tuple[str, Reason]]] = {}
        for id_ in self.entries:
            for ground in self.grounds(id_):
                found.setdefault(ground.id, []).append((id_, ground.reason))
        return {id_: tuple(resting) for id_, resting in found.items()}


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry of both of two libraries that must be looked at again.

    ``itself`` if its own fields changed; ``grounds`` are the reasons and ids of what changed, came
    or went below it.
    """

    entry: Reviewable
    itself: bool
    grounds: tuple[tuple[Reason, str], ...]


def moved(old: Dependants, new: Dependants) -> tuple[Moved, ...]:
    """What a reviewer of the ``old`` library must look at again in the ``new`` one, in its order.

    An entry that is only in one of them is not among it: it is new, or gone.
    """
    return tuple(
        Moved(entry, itself, changed)
        for entry in new.entries.values()
        if (before := old.entries.get(entry.id))
        for itself in (before.kind is not entry.kind or before.says != entry.says,)
        if (changed := _changed(old.grounds(entry.id), new.grounds(entry.id))) or itself
    )


def _changed(old: tuple[Ground, ...], new: tuple[Ground, ...]) -> tuple[tuple[Reason, str], ...]:
    """Reasons and ids of the grounds that are not the same in both, each once."""
    apart = [*(g for g in new if g not in old), *(g for g in old if g not in new)]
    return tuple(dict.fromkeys((ground.reason, ground.id) for ground in apart))
