"""From a YAML text to its tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from macros.yaml.comments import Notes
from macros.yaml.tree import Group, Member, Scalar, Tree


def plant(text: str) -> Tree:
    """The tree of a text that the strict reader has accepted, and that is a mapping."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    notes = Notes(text, _scalars(text, node))
    head = notes.before(node.value[0][0].start_mark.index) if _is_block(node) else ()
    root = _Planter(text, notes).group(node, len(text), -1)
    return Tree(replace(root, below=(*root.below, *notes.before(len(text) + 1))), head)


class _Planter:
    def __init__(self, text: str, notes: Notes) -> None:
        self._text = text
        self._notes = notes

    def group(self, node: Any, limit: int, outside: int) -> Group:
        """The group of a mapping's or a list's node.

        ``limit`` is where the next member of a group around it begins, or the text's end, and
        ``outside`` is that group's column.
        """
        is_block = _is_block(node)
        column = node.start_mark.column
        is_list = node.id == "sequence"
        pairs = [(None, value) for value in node.value] if is_list else node.value
        starts = [
            self._dash(value.start_mark.index, column)
            if is_list and is_block
            else (key or value).start_mark.index
            for key, value in pairs
        ]
        members = []
        for number, (key, value) in enumerate(pairs):
            is_last = number + 1 == len(pairs)
            next_ = (limit, outside) if is_last else (starts[number + 1], column)
            members.append(self._member(key, value, starts[number], next_))
        if is_block:
            below = self._notes.below(column, limit) if column > outside else ()
            end = members[-1].value.end
        else:
            end = node.end_mark.index
            below = self._notes.before(end)
        start = node.start_mark.index
        return Group(is_list, tuple(members), below, not is_block, column, start, end)

    def _member(self, key: Any, node: Any, start: int, next_: tuple[int, int]) -> Member:
        above = self._notes.before(start)
        beside = ""
        value: Scalar | Group
        if _is_block(node):
            if key:
                beside = self._notes.beside(key.end_mark.index, next_[0])
            value = self.group(node, *next_)
        else:
            above += self._notes.before(node.start_mark.index)
            value = self._leaf(node)
            is_literal = node.id == "scalar" and node.style == "|"
            beside = self._notes.beside(value.start if is_literal else value.end, next_[0])
            if beside and isinstance(value, Group) and value.comments:
                # Such a group will not stay in flow, and the last comment stays the last.
                value, beside = replace(value, below=(*value.below, beside)), ""
        return Member(value, key.value if key else None, above, beside, start)

    def _dash(self, start: int, column: int) -> int:
        """Where the dash stands of the item whose value begins at ``start``."""
        at = start
        while True:
            at = self._text.rindex("-", 0, at)
            before = self._text[self._text.rfind("\n", 0, at) + 1 : at]
            if len(before) == column and not before.strip("- "):
                return at

    def _leaf(self, node: Any) -> Scalar | Group:
        if node.id == "scalar":
            return Scalar(node.value, *_span(self._text, node))
        return self.group(node, node.end_mark.index - 1, 0)


def _is_block(node: Any) -> bool:
    """Whether a node is a mapping or a list with its members on lines of their own."""
    return node.id != "scalar" and not node.flow_style


def _scalars(text: str, node: Any) -> Iterator[tuple[int, int]]:
    """Where each scalar inside a node begins and ends, keys included, in order."""
    if node.id == "scalar":
        yield _span(text, node)
    elif node.id == "sequence":
        for item in node.value:
            yield from _scalars(text, item)
    else:
        for key, value in node.value:
            yield from _scalars(text, key)
            yield from _scalars(text, value)


def _span(text: str, node: Any) -> tuple[int, int]:
    """From where to where a scalar is written, without the line ends behind a literal one."""
    start, end = node.start_mark.index, node.end_mark.index
    return start, start + len(text[start:end].rstrip("\n "))
