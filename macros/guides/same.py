"""A library as a key: what was worked out of it once is found again at no cost."""

from __future__ import annotations

from dataclasses import dataclass

from macros.library import Library


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """A library that is equal to itself alone."""

    library: Library

    def __eq__(self, other: object) -> bool:
        """Whether the other holds the very same library."""
        return isinstance(other, Same) and other.library is self.library

    def __hash__(self) -> int:
        """The library's identity."""
        return id(self.library)
