"""What a clause's words show by themselves: who, how often, by which mechanism."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from macros.knowledge import ClauseInContext, Library
from macros.knowledge.names import Span
from macros.model import Basis, Period, Rhythm, Timing
from macros.text.numerals import value
from macros.words.catalogue import Catalogue
from macros.yaml.shipped import shipped

CATALOGUE = Catalogue("rhythms").path
_QUOTED = re.compile("\u201c([^\u201c\u201d]{2,16})\u201d")


@dataclass(frozen=True, slots=True)
class FoundRhythm:
    """A rhythm with the words that show it; ``start`` counts code points of the clause from 0."""

    start: int
    timing: Timing


def roles(library: Library, clause: ClauseInContext) -> tuple[Span, ...]:
    """The roles that a clause names."""
    return library.role_names.find(clause.clause.text)


def mechanisms(library: Library, clause: ClauseInContext) -> tuple[Span, ...]:
    """The mechanisms that a clause names."""
    named = library.glossary_names.find(clause.clause.text)
    return tuple(span for span in named if library.mechanism(span.entry))


def terms(library: Library, clause: ClauseInContext) -> tuple[Span, ...]:
    """The terms that a clause names."""
    named = library.glossary_names.find(clause.clause.text)
    return tuple(span for span in named if library.term(span.entry))


def rhythms(text: str) -> tuple[FoundRhythm, ...]:
    """The rhythms that a text shows, in its order, none overlapping another."""
    taken = [False] * len(text)
    found = []
    for name, pattern in _rhythms():
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * len(match[0])
                found.append(FoundRhythm(match.start(), _timing(name, match, text)))
    return tuple(sorted(found, key=lambda beat: beat.start))


def formulas(library: Library, text: str) -> Iterator[tuple[int, str]]:
    """Words in quotation marks that no entry is named by, with their place in the text."""
    known = {name for entry in library.glossary for name in entry.names}
    for match in _QUOTED.finditer(text):
        if match[1] not in known and match[0] not in known:
            yield match.start(1), match[1]


def _timing(name: str, match: re.Match[str], text: str) -> Timing:
    words = match[0]
    if name in list(Period):
        rest = text[match.end() : match.end() + int(str(shipped(CATALOGUE)["within"]))]
        times = re.search(str(shipped(CATALOGUE)["times"]), rest)
        count = value(times[1].replace("\u4e24", "\u4e8c")) if times else None
        return Timing(
            kind=Rhythm.PERIODIC,
            every=Period(name),
            times=count or 1,
            basis=Basis.STATED,
            quote=words,
        )
    kind = Rhythm(name)
    return Timing(
        kind=kind,
        event=words if kind is Rhythm.EVENT else None,
        by=words if kind is Rhythm.DEADLINE else None,
        basis=Basis.STATED,
        quote=words,
    )


@cache
def _rhythms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = (*Period, Rhythm.DEADLINE, Rhythm.CONTINUOUS, Rhythm.EVENT)
    return tuple(
        (str(name), re.compile(pattern))
        for name, patterns in shipped(CATALOGUE).items()
        if name in names
        for pattern in patterns
    )
