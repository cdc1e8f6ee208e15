"""The words that changes are told in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from macros.yaml.shipped import shipped

CATALOGUE = Path(__file__).with_name("changes.zh.yml")


def say(key: str, **values: object) -> str:
    """The words under ``key`` with their placeholders filled; KeyError if there are none."""
    return _words()[key].format(**values)


def has(key: str) -> bool:
    """Whether there are words under ``key``."""
    return key in _words()


@cache
def _words() -> Mapping[str, str]:
    return shipped(CATALOGUE)
