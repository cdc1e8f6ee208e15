"""The Chinese words of office files, and how a duty's facts are put into them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from macros.exports.wording import phrase
from macros.model import Basis
from macros.yaml.shipped import shipped

CATALOGUE = Path(__file__).with_name("office.zh.yml")


def say(key: str, **values: object) -> str:
    """The words under ``key`` with their placeholders filled; KeyError if there are none."""
    words = catalogue()[key]
    return words.format(**values) if values else words


@cache
def catalogue() -> dict[str, str]:
    """All words by their keys."""
    return dict(shipped(CATALOGUE))


def on_basis(words: str, basis: Basis) -> str:
    """``words``, and in brackets what they rest on."""
    return words + say("bracketed", text=phrase(f"basis.{basis}"))


def key() -> str:
    """What the words in brackets behind a fact mean."""
    return say("key", stated=say("key.stated"), inferred=say("key.inferred"))


def counted(unit: str, count: int) -> str:
    """So many of a unit, in brackets behind a heading."""
    return say("bracketed", text=say(unit, count=count))


def joined(words: Iterable[str]) -> str:
    """A Chinese enumeration."""
    return say("joint").join(words)
