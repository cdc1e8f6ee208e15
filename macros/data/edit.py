"""One value of a text put in or replaced, every other byte left as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from macros.data.canonical import CanonicalLayout, canonical
from macros.model import Record, shape
from macros.text.location import Steps
from macros.yaml.quoting import quoted
from macros.yaml.tree import Group, Member, Scalar, Tree

_LINE = re.compile(r"\n( *)(#.*)?(?=\n|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A value and where it goes in a file of ``record``.

    The last step of ``path`` is the name of a field, there or not, or the index of an item, the
    number of items for a new one.
    """

    record: type[Record]
    path: Steps
    value: Scalar | Group


def planned(tree: Tree, change: Edit) -> Tree:
    """The tree after the change; KeyError if something on the way to the value is missing."""
    return replace(tree, root=_grown(tree.root, change, 0))


def changed(text: str, tree: Tree, change: Edit) -> str:
    """The text after the change; ``tree`` is its tree.

    What stands in braces or brackets is laid out anew with the value, nothing else is.
    """
    after = planned(tree, change)
    if tree.root.in_flow:
        return canonical(after, change.record)
    group, path = _in_block(tree.root, change.path)
    grown = after.at(path[:-1])
    assert isinstance(grown, Group)
    index = grown.index(path[-1])
    new = replace(grown.members[index], above=())
    if len(grown.members) == len(group.members):
        return _replaced(text, group.members[index], new, _lines(change, path, new, group))
    lines = _lines(change, path, new, group)
    if index == 0:
        at, indent = group.members[0].start, " " * group.column
        return f"{text[:at]}{_flush(lines)}\n{indent}{text[at:]}"
    at = _behind(text, group.members[index - 1], group.column)
    return f"{text[:at]}\n{chr(10).join(lines)}{text[at:] or chr(10)}"


def _grown(group: Group, change: Edit, depth: int) -> Group:
    path, step = change.path, change.path[depth]
    is_last = depth + 1 == len(path)
    try:
        index = group.index(step)
    except KeyError:
        if not is_last or (group.is_list and step != len(group.members)):
            raise
        index = len(group.members) if group.is_list else _place(group, change)
        new = Member(change.value, None if group.is_list else str(step))
        return replace(group, members=(*group.members[:index], new, *group.members[index:]))
    old = group.members[index]
    if is_last:
        value = change.value
    elif isinstance(old.value, Group):
        value = _grown(old.value, change, depth + 1)
    else:
        raise KeyError(path[depth + 1])
    members = (*group.members[:index], replace(old, value=value), *group.members[index + 1 :])
    return replace(group, members=members)


def _place(group: Group, change: Edit) -> int:
    """Where a new field belongs: behind all that the record names before it."""
    order = [*shape.fields(shape.at(change.record, change.path[:-1]))]
    rank = order.index(str(change.path[-1]))
    before = (
        number
        for number, member in enumerate(group.members, 1)
        if order.index(str(member.key)) < rank
    )
    return max(before, default=0)


def _in_block(root: Group, path: Steps) -> tuple[Group, Steps]:
    """The innermost group around the value with lines of its own, and the path to its member."""
    group = root
    for depth, step in enumerate(path[:-1], 1):
        inner = group.members[group.index(step)].value
        if isinstance(inner, Scalar) or inner.in_flow:
            return group, path[:depth]
        group = inner
    return group, path


def _lines(change: Edit, path: Steps, member: Member, group: Group) -> list[str]:
    return [*CanonicalLayout(change.record).member(path, member, " " * group.column)]


def _replaced(text: str, old: Member, new: Member, lines: list[str]) -> str:
    if isinstance(old.value, Scalar) and isinstance(new.value, Scalar):
        value = lines[0].lstrip(" ").partition(" ")[2]
        if old.beside:
            # Behind plain text a comment would be read as more of it.
            value = quoted(new.value.text)
        return f"{text[: old.value.start]}{value}{text[old.value.end :]}"
    end = old.value.end
    if old.beside and len(lines) == 1:
        lines = [lines[0].removesuffix(f" {old.beside}")]
    elif old.beside:
        end = _end_of_line(text, end)
    return f"{text[: old.start]}{_flush(lines)}{text[end:]}"


def _flush(lines: list[str]) -> str:
    """Lines to stand where an indent stands already."""
    return "\n".join(lines).lstrip(" ")


def _behind(text: str, member: Member, column: int) -> int:
    """Where the last line of a member ends, the comments that stand further in included."""
    end = _end_of_line(text, member.value.end)
    at = end
    while isinstance(member.value, Group) and (line := _LINE.match(text, at)):
        at = line.end()
        if line[2] and len(line[1]) > column:
            end = at
        elif line[2] or at == len(text):
            break
    return end


def _end_of_line(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found
