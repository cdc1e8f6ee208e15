"""Where a value stands: file, line, column, and the places of all that lies inside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Key = str | int
Steps = tuple[Key, ...]
"""The way to a value inside a file: names of fields, and indexes of items from 0."""


_NO_CHILDREN: Mapping[Key, Place] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A point in a file.

    ``file`` is the path as shown to a reader, relative to the project's root, with forward
    slashes. ``line`` and ``column`` count from 1, the column in code points. Line 0 means the
    file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column``, the form terminals and editors turn into a link."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """The position skeleton of one YAML value: its own location, its key's and its children's.

    ``first`` is where the first character of a scalar stands, if it is written on one line without
    escapes, so that character ``n`` stands ``n`` columns on; None for every other value. Two places
    always compare equal, so a record that carries one compares by its content alone.
    """

    value: Location
    key: Location | None = None
    children: Mapping[Key, Place] = field(default_factory=lambda: _NO_CHILDREN, repr=False)
    first: Location | None = None

    def at(self, *path: Key) -> Location:
        """The location of the value at ``path``, or of its nearest ancestor that was written."""
        return self.nearest(path).value

    def at_character(self, index: int, *path: Key) -> Location:
        """The location of one code point of the scalar at ``path``.

        That of the whole scalar where its characters do not stand on the line one by one.
        """
        here = self.nearest(path)
        if here.first is None:
            return here.value
        return Location(here.first.file, here.first.line, here.first.column + index)

    def nearest(self, path: Steps) -> Place:
        """The place of the value at ``path``, or of its nearest ancestor that was written."""
        here = self
        for step in path:
            inner = here.children.get(step)
            if inner is None:
                break
            here = inner
        return here

    def __eq__(self, other: object) -> bool:
        """Equal to any place: position is not part of a record's content."""
        return isinstance(other, Place)

    def __hash__(self) -> int:
        """One hash for all places, as they are all equal."""
        return 0

    def __reduce__(self) -> tuple[type[Place], tuple[Location, Location | None]]:
        """Sent to another process, it leaves behind what lies inside."""
        return Place, (self.value, self.key)


NOWHERE = Place(Location(""))
