"""The HTML around what differs from page to page, with a hole for each thing that does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# What every page brings; each hole is there once.
HOLES = (
    "title",
    "menu",
    "layout",
    "trail",
    "tools",
    "content",
    "neighbours",
    "beside",
    "outline",
    "footer",
)
# The page's path, which stands in a shell if the pages know the site's own address.
PATH = "path"
_MARK = re.compile(r"\[\[hole:([a-z]+)\]\]")


def mark(hole: str) -> str:
    """What stands in a shell's HTML where ``hole`` is."""
    return f"[[hole:{hole}]]"


@dataclass(frozen=True, slots=True)
class Shell:
    """A page but for what its holes are filled with.

    Before each of ``holes``, and behind the last, stands one of ``pieces`` of HTML.
    """

    pieces: tuple[str, ...]
    holes: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Shell:
        """The shell in ``html``; ValueError if a hole is not in there exactly once."""
        parts = _MARK.split(html)
        holes = tuple(parts[1::2])
        for hole in HOLES:
            if holes.count(hole) != 1:
                raise ValueError(f"{hole}: {holes.count(hole)}")
        return cls(tuple(parts[::2]), holes)

    def filled(self, blocks: Mapping[str, str]) -> str:
        """The page that has ``blocks`` of HTML in the holes of their names."""
        parts = [self.pieces[0]]
        for hole, piece in zip(self.holes, self.pieces[1:], strict=True):
            parts += (blocks[hole], piece)
        return "".join(parts)
