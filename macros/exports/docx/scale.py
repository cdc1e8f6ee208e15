"""How large office files are set: a document as documents are, a working paper closer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in points; ``line`` is the exact distance of lines, ``grid`` whether pages hold it."""

    name: str
    title: float
    body: float
    line: float
    grid: bool


# 22 lines on the 225 mm between the margins, in size three; after GB/T 9704-2012.
DOCUMENT = Scale("document", title=22, body=16, line=28.95, grid=True)
WORKING = Scale("working", title=18, body=12, line=20, grid=False)
