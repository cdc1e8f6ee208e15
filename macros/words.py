"""The words the commands and reports say, apart from findings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from macros.store import shipped

CATALOGUE = Path(__file__).with_name("words.zh.yml")


def say(key: str, **values: object) -> str:
    """The words under ``key`` with their placeholders filled; KeyError if there are none."""
    words = _catalogue()[key]
    return words.format(**values) if values else words


@cache
def _catalogue() -> dict[str, str]:
    return dict(shipped(CATALOGUE))
