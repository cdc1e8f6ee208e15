"""Which of the machine's fonts a PDF is set in."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

import typst

from macros.store import shipped

CATALOGUE = Path(__file__).with_name("fonts.zh.yml")
PURPOSES = ("title", "heading", "subheading", "body", "figures")


@cache
def installed() -> typst.Fonts:
    """The fonts of this machine, looked for once a process."""
    return typst.Fonts(include_embedded_fonts=False)


def chosen(families: Collection[str]) -> dict[str, list[str]]:
    """For each purpose those of ``families`` that may serve it, best first; empty lists if none."""
    known = shipped(CATALOGUE)
    return {
        purpose: [name for kind in known[purpose] for name in known[kind] if name in families]
        for purpose in PURPOSES
    }
