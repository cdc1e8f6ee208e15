"""What changes mean for each role: which duties come to it, leave it, or ask something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.changes.compare import Compared
from macros.knowledge import Library
from macros.model import Degree
from macros.model.release import Change, Impact, Shift

# Fields of a duty that ask nothing of anybody.
_NOT_ASKED = frozenset({"status", "review"})

_Part = tuple[Degree | None, Degree | None]


def whom(
    old: Library, new: Library, pairs: Compared, changes: tuple[Change, ...]
) -> Iterator[Impact]:
    """The roles that are concerned, in the order of the registry, those that are gone last."""
    touched = {
        change.entry
        for change in changes
        if change.kind == "duty" and any(field.at[0] not in _NOT_ASKED for field in change.fields)
    }
    touched |= _under_other_words(pairs, changes)
    held, holds = _parts(old), _parts(new)
    shifts: dict[str, dict[_Part, list[str]]] = {}
    for before, now in _duties(pairs):
        parts, parts_now = held.get(before, {}), holds.get(now, {})
        for role in dict.fromkeys((*parts_now, *parts)):
            part = parts.get(role), parts_now.get(role)
            if part[0] != part[1] or now in touched:
                shifts.setdefault(role, {}).setdefault(part, []).append(now or before)
    names = {role.id: role.label for library in (old, new) for role in library.roles}
    order = {role.id: None for library in (new, old) for role in library.roles}
    for role in (*order, *(role for role in shifts if role not in order)):
        if role in shifts:
            yield Impact(role=role, name=names.get(role, role), shifts=_shifts(shifts[role]))


def _duties(pairs: Compared) -> Iterator[tuple[str, str]]:
    """The ids of every duty, before and now, "" for none, in the order of the newer library."""
    for key in pairs.new:
        if key[0] == "duty":
            yield pairs.before.get(key, ("", ""))[1], key[1]
    kept = set(pairs.before.values())
    yield from ((key[1], "") for key in pairs.old if key[0] == "duty" and key not in kept)


def _parts(library: Library) -> Mapping[str, Mapping[str, Degree]]:
    """Who takes part in each duty that holds, in which degree."""
    return {
        found.duty.id: {who.role: who.degree for who in found.duty.who} for found in library.duties
    }


def _under_other_words(pairs: Compared, changes: tuple[Change, ...]) -> set[str]:
    """The duties whose clause says something else."""
    clauses = {
        change.entry
        for change in changes
        if change.kind == "clause" and any(field.at == ("text",) for field in change.fields)
    }
    return {
        item.id for item in pairs.new.values() if item.kind == "duty" and item.parent in clauses
    }


def _shifts(found: Mapping[_Part, list[str]]) -> tuple[Shift, ...]:
    """What is new first, then what moved, then what only says something else, last what is gone."""

    def place(part: _Part) -> tuple[int, ...]:
        kind = 0 if part[0] is None else 3 if part[1] is None else 2 if part[0] == part[1] else 1
        return kind, *(one.order if one else -1 for one in part)

    return tuple(
        Shift(old=part[0], new=part[1], duties=tuple(found[part]))
        for part in sorted(found, key=place)
    )
