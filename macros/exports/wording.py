"""How exported files put facts into words: a rhythm, a basis, a clause, an enumeration."""

from __future__ import annotations

from collections.abc import Iterable

from macros.knowledge import ClauseInContext, DutyInContext, Library
from macros.knowledge.citations import cited
from macros.model import Basis, Rhythm, Timing
from macros.words.files import say
from macros.words.vocabulary import word


def marked(words: str, basis: Basis) -> str:
    """``words`` with the short mark of what they rest on behind them."""
    return say("marked", words=words, mark=word(basis, "short"))


def on_basis(words: str, basis: Basis) -> str:
    """``words``, and in brackets what they rest on."""
    return words + say("bracketed", text=word(basis))


def key() -> str:
    """What the words in brackets behind a fact mean."""
    return say("key", stated=say("key.stated"), inferred=say("key.inferred"))


def counted(unit: str, count: int) -> str:
    """So many of a unit, in brackets behind a heading."""
    return say("bracketed", text=say(unit, count=count))


def joined(words: Iterable[str]) -> str:
    """Several words in one cell."""
    return say("join").join(words)


def enumerated(words: Iterable[str]) -> str:
    """A Chinese enumeration."""
    return say("joint").join(words)


def timing(when: Timing) -> str:
    """A rhythm in words, without its basis."""
    match when.kind:
        case Rhythm.PERIODIC if when.every:
            period = word(when.every)
            return say("times", period=period, times=when.times) if when.times else period
        case Rhythm.EVENT if when.event:
            return when.event
        case Rhythm.DEADLINE if when.by:
            return when.by
    return word(when.kind)


def clause(library: Library, found: ClauseInContext | DutyInContext) -> str:
    """A clause as readers cite it; with its document, if the library holds several."""
    at = library.clause(found.clause.id)
    assert at is not None  # it comes from this library
    words = cited(at)
    if len(library.documents) == 1 or at.document.sample:
        return words
    return say("clause.of", document=at.document.short_title, clause=words)
