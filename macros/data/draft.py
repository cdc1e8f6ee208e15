"""A data file as text that can be changed value by value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from macros.data import read
from macros.data.edit import Edit, changed, planned
from macros.data.save import planted
from macros.model import Record
from macros.text.diagnostics import Diagnostic
from macros.text.location import Steps
from macros.yaml.parse import plant
from macros.yaml.tree import Group, Scalar, Tree


class UnreadableError(Exception):
    """A file cannot be changed, because it has faults already.

    ``findings`` say which; ``sources`` has the file's text under its shown path.
    """

    def __init__(self, findings: tuple[Diagnostic, ...], sources: Mapping[str, str]) -> None:
        super().__init__(str(findings[0].location) if findings else "")
        self.findings = findings
        self.sources = sources


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a file of ``record``, strictly readable, shown as ``file``."""

    text: str
    record: type[Record]
    file: str
    tree: Tree

    @classmethod
    def read(cls, raw: bytes | str, record: type[Record], file: str = "") -> Self:
        """The draft of a file's content; UnreadableError if it holds no such record."""
        found = read(raw, record, file)
        if found.findings:
            raise UnreadableError(found.findings, {file: found.text})
        return cls(found.text, record, file, plant(found.text))

    def path_of(self, id_: str) -> Steps:
        """The path to the entry with this id; KeyError if there is none."""
        for path, group in _groups(self.tree.root, ()):
            if not group.is_list:
                for member in group.members:
                    if member.key == "id" and _is(member.value, id_):
                        return path
        raise KeyError(id_)

    def put(self, path: Steps, value: Any) -> Self:
        """Give the field or item at ``path`` a value: a record, a word, a number, a tuple of them.

        A field that is not there is added where the record has it in its order. KeyError if
        something else on the path is missing; ValueError if the value does not fit the record.
        """
        change = Edit(self.record, path, planted(value))
        after = planned(self.tree, change)
        text = changed(self.text, self.tree, change)
        try:
            draft = type(self).read(text, self.record, self.file)
        except UnreadableError as error:
            codes = ", ".join(f"{one.code} {one.location}" for one in error.findings)
            raise ValueError(f"does not fit at {path}: {codes}") from None
        if _bare(draft.tree.root) != _bare(after.root) or draft.tree.comments != after.comments:
            raise ValueError(f"not changed as planned at {path}")
        return draft

    def append(self, path: Steps, item: Any) -> Self:
        """Put an item behind the last one of the list at ``path``, made if it is not there."""
        try:
            group = self.tree.at(path)
        except KeyError:
            return self.put(path, (item,))
        count = len(group.members) if isinstance(group, Group) else 0
        return self.put((*path, count), item)

    def line_of(self, path: Steps) -> int:
        """The line, from 1, on which the value at ``path`` begins; KeyError if there is none."""
        return self.text.count("\n", 0, self.tree.at(path).start) + 1


def _groups(group: Group, path: Steps) -> Iterator[tuple[Steps, Group]]:
    yield path, group
    for index, member in enumerate(group.members):
        if isinstance(member.value, Group):
            step = index if member.key is None else member.key
            yield from _groups(member.value, (*path, step))


def _is(value: Scalar | Group, text: str) -> bool:
    return isinstance(value, Scalar) and value.text == text


def _bare(value: Scalar | Group) -> Any:
    """The content alone: text, lists, and mappings as pairs in order."""
    if isinstance(value, Scalar):
        return value.text
    if value.is_list:
        return [_bare(member.value) for member in value.members]
    return {member.key: _bare(member.value) for member in value.members}
