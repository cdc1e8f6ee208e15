"""How official texts are written: the signs and words of ``notation.zh.yml``."""

from __future__ import annotations

from pathlib import Path

from macros.yaml.shipped import shipped

CATALOGUE = Path(__file__).with_name("notation.zh.yml")


def sign(name: str) -> str:
    """The word or signs under ``name``; KeyError if there are none."""
    return str(shipped(CATALOGUE)[name])


def words(name: str) -> tuple[str, ...]:
    """The list of words under ``name``; KeyError if there is none."""
    return tuple(shipped(CATALOGUE)[name])
