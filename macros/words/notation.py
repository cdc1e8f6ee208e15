"""How official texts and data files are written: the signs and words of ``notation.zh.yml``."""

from __future__ import annotations

from macros.words.catalogue import Catalogue
from macros.yaml.shipped import shipped

NOTATION = Catalogue("notation")
say = NOTATION.say

BLANK = say("blank")
"""Stands in a data file for a text that nobody has written yet."""


def words(name: str) -> tuple[str, ...]:
    """The list of words under ``name``; KeyError if there is none."""
    return tuple(shipped(NOTATION.path)[name])
