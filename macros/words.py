"""The words the commands and reports say, apart from findings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from macros.store import source

CATALOGUE = Path(__file__).with_name("words.zh.yml")


def say(key: str, **values: object) -> str:
    """The words under ``key`` with their placeholders filled; KeyError if there are none."""
    words = _catalogue()[key]
    return words.format(**values) if values else words


@cache
def _catalogue() -> dict[str, str]:
    content, _ = source.read(CATALOGUE.read_text(encoding="utf-8"), CATALOGUE.name)
    return {key: words for key, words in content.items() if key != "@"}
