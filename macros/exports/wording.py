"""The words that exported files say, from the words file beside this one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from macros.knowledge import ClauseInContext, DutyInContext, Library
from macros.knowledge.citations import cited
from macros.model import Basis, Rhythm, Timing
from macros.yaml.shipped import shipped

WORDS = Path(__file__).with_name("sheets.zh.yml")


def phrase(key: str, **values: object) -> str:
    """The words under ``key`` with their placeholders filled; KeyError if there are none."""
    words = _words()[key]
    return words.format(**values) if values else words


def marked(words: str, basis: Basis) -> str:
    """``words`` with the short mark of what they rest on behind them."""
    return phrase("marked", words=words, mark=phrase(f"basis_short.{basis}"))


def joined(words: Iterable[str]) -> str:
    """Several words in one cell."""
    return phrase("join").join(words)


def timing(when: Timing) -> str:
    """A rhythm in words, without its basis."""
    match when.kind:
        case Rhythm.PERIODIC if when.every:
            period = phrase(f"period.{when.every}")
            return phrase("times", period=period, times=when.times) if when.times else period
        case Rhythm.EVENT if when.event:
            return when.event
        case Rhythm.DEADLINE if when.by:
            return when.by
    return phrase(f"rhythm.{when.kind}")


def clause(library: Library, found: ClauseInContext | DutyInContext) -> str:
    """A clause as readers cite it; with its document, if the library holds several."""
    at = library.clause(found.clause.id)
    assert at is not None  # it comes from this library
    words = cited(at)
    if len(library.documents) == 1 or at.document.sample:
        return words
    return phrase("clause.of", document=at.document.short_title, clause=words)


@cache
def _words() -> dict[str, str]:
    return dict(shipped(WORDS))
