"""Which of this machine's fonts Chinese paper is set in, for each purpose."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

import typst

from macros.yaml.shipped import shipped

CATALOGUE = Path(__file__).with_name("fonts.zh.yml")
PURPOSES = ("title", "heading", "subheading", "body", "figures")


def available() -> bool:
    """Whether the machine has a font for every purpose; if not, nothing can be set."""
    return all(chosen(installed().families()).values())


@cache
def installed() -> typst.Fonts:
    """The fonts of the machine, and some that Typst brings for signs; looked for once a process."""
    return typst.Fonts()


def chosen(families: Collection[str]) -> Mapping[str, list[str]]:
    """For each purpose those of ``families`` that may serve it, best first."""
    known = shipped(CATALOGUE)
    return {
        purpose: [name for kind in known[purpose] for name in known[kind] if name in families]
        for purpose in PURPOSES
    }
