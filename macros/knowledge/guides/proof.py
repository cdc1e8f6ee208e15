"""The independent check of self-check items: which options the data itself makes right.

It does not use what made the items; it tries every option against the clause and the duty.
"""

from __future__ import annotations

from macros.knowledge import Library
from macros.knowledge.guides.selfcheck import ItemKind, Option, SelfCheckItem
from macros.model import Role


def right_options(library: Library, item: SelfCheckItem) -> tuple[int, ...]:
    """The indexes of all options that are right, by trying each; a sound item has exactly one."""
    tries = {ItemKind.CLOZE: _fills, ItemKind.WHO: _leads, ItemKind.WHEN: _beats}[item.kind]
    return tuple(n for n, option in enumerate(item.options) if tries(library, item, option))


def _fills(library: Library, item: SelfCheckItem, option: Option) -> bool:
    """The clause reads as stored, or the option means the very thing that stands there."""
    text = item.evidence.clause.text
    if item.before + option.text + item.after == text:
        return True
    stood = text[len(item.before) : len(text) - len(item.after)]
    meant, here = _defined(library, option.text), _defined(library, stood)
    return bool(meant & here)


def _defined(library: Library, name: str) -> set[str]:
    """What a name is and means: the ids and definitions of the entries so called."""
    found: set[str] = set()
    for entry in library.glossary:
        if name in entry.names:
            found |= {entry.id} | ({entry.definition.text} if entry.definition else set())
    return found


def _leads(library: Library, item: SelfCheckItem, option: Option) -> bool:
    """The role leads the duty or shares in it, or is the same people as one who does."""
    assert item.duty is not None
    doing = {who.role for who in item.duty.duty.who}
    roles = {role.id: role for role in library.roles}
    return any(
        _same_people(roles, role, roles[other])
        for role in library.roles
        if option.text in role.names
        for other in doing
        if other in roles
    )


def _same_people(roles: dict[str, Role], one: Role, other: Role) -> bool:
    """Whether one is the other or belongs to it, or readers know both by the same words."""
    return (
        one.identify == other.identify
        or one.id in _upwards(roles, other)
        or other.id in _upwards(roles, one)
    )


def _upwards(roles: dict[str, Role], role: Role) -> list[str]:
    found = [role.id]
    while (above := roles[found[-1]].part_of) in roles and above not in found:
        found.append(above)
    return found


def _beats(_: Library, item: SelfCheckItem, option: Option) -> bool:
    """The duty falls due in that period, that often."""
    assert item.duty is not None
    when = item.duty.duty.when
    return (option.period, option.times) == (when.every, when.times or 1)
