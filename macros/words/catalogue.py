"""The words the commands and reports say, apart from findings."""

from __future__ import annotations

from pathlib import Path

from macros.yaml.shipped import shipped

CATALOGUE = Path(__file__).with_name("words.zh.yml")


def has(key: str) -> bool:
    """Whether there are words under ``key``."""
    return key in shipped(CATALOGUE)


def say(key: str, **values: object) -> str:
    """The words under ``key`` with their placeholders filled; KeyError if there are none."""
    words = str(shipped(CATALOGUE)[key])
    return words.format(**values) if values else words
