"""A YAML text as a tree that keeps what the records leave out: places, comments, blank lines.

For changing a text, or laying it out anew, that the strict reader has accepted; what that one
refuses (anchors, tags, several documents) has no place in a tree.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.text.location import Key, Steps

BLANK = ""
"""Stands for blank lines among comments."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text, written from the code point ``start`` up to ``end``."""

    text: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping or a list.

    ``in_flow`` says that it stands in braces or brackets; ``column`` is how many characters stand
    left of its members where it does not. ``below`` are the comments behind its last member.
    """

    is_list: bool
    members: tuple[Member, ...] = ()
    below: tuple[str, ...] = ()
    in_flow: bool = False
    column: int = 0
    start: int = 0
    end: int = 0

    def index(self, key: Key) -> int:
        """At which place the member of this key or index stands; KeyError if there is none."""
        for index, member in enumerate(self.members):
            if key == (index if self.is_list else member.key):
                return index
        raise KeyError(key)

    @property
    def comments(self) -> tuple[str, ...]:
        """All comments inside, in their order."""
        inner = (comment for member in self.members for comment in member.comments)
        return (*inner, *filter(None, self.below))


@dataclass(frozen=True, slots=True)
class Member:
    """A value of a group, with its key unless the group is a list.

    ``start`` is where its key begins or its dash, in flow its value. ``above`` are the comments and
    ``BLANK`` lines before it, ``beside`` is the comment that ends its first line.
    """

    value: Scalar | Group
    key: str | None = None
    above: tuple[str, ...] = ()
    beside: str = ""
    start: int = 0

    @property
    def comments(self) -> tuple[str, ...]:
        """All comments before, beside and inside, in their order."""
        inner = self.value.comments if isinstance(self.value, Group) else ()
        return (*filter(None, (*self.above, self.beside)), *inner)


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole text: its one value, and ``head``, the comments before everything else."""

    root: Group
    head: tuple[str, ...] = ()

    @property
    def comments(self) -> tuple[str, ...]:
        """All comments, in their order."""
        return (*filter(None, self.head), *self.root.comments)

    def at(self, path: Steps) -> Scalar | Group:
        """The value at ``path``; KeyError if there is none."""
        here: Scalar | Group = self.root
        for step in path:
            if isinstance(here, Scalar):
                raise KeyError(step)
            here = here.members[here.index(step)].value
        return here
