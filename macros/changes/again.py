"""What must be looked at again: entries that did not change, but something they rest on did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.dependants import Dependants, Ground, Kind
from macros.library import Library


@dataclass(frozen=True, slots=True)
class Again:
    """An entry to look at again, and the ids of what changed or went under it."""

    kind: Kind
    entry: str
    grounds: tuple[str, ...]


def again(old: Library, new: Library) -> Iterator[Again]:
    """The entries of both libraries that rest on something else now, in the order of the newer."""
    before, now = Dependants(old), Dependants(new)
    for id_, entry in now.entries.items():
        if id_ not in before.entries:
            continue
        was = {_what(ground): ground.says for ground in before.grounds(id_)}
        is_ = {_what(ground): ground.says for ground in now.grounds(id_)}
        # A ground that only one of them has is the entry's own doing, unless it is gone altogether.
        other = [
            what[1]
            for what, says in was.items()
            if what[1] != id_
            and (is_.get(what, says) != says or (what not in is_ and _gone(new, what[1])))
        ]
        if other:
            yield Again(entry.kind, id_, tuple(dict.fromkeys(other)))


def _what(ground: Ground) -> tuple[str, str]:
    return ground.reason.value, ground.id


def _gone(library: Library, id_: str) -> bool:
    """Whether no entry of ``library`` has this id any more."""
    found = (library.clause, library.duty, library.role, library.term, library.mechanism)
    return not any(look(id_) for look in (*found, library.measure, library.record))
