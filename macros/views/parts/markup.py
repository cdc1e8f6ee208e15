"""A clause cut into pieces, so that names and quotes can be marked without altering it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from macros.knowledge.names import Span
from macros.model import Clause


@dataclass(frozen=True, slots=True)
class QuotedSegment:
    """A stretch of text that the same duties quote; ``duties`` are their ids, none for no quote."""

    text: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedText:
    """A stretch of text that is one name, or none; a name is never cut in two.

    ``entry`` is the term or mechanism named, ``None`` outside of names.
    """

    entry: str | None
    segments: tuple[QuotedSegment, ...]


def runs(text: str, names: Iterable[Span], quotes: Iterable[Span]) -> tuple[NamedText, ...]:
    """``text`` as runs of segments which, put together, are ``text`` again.

    ``names`` must not overlap; ``quotes`` may, each being a span whose ``entry`` is a duty's id.
    Spans reach from 0 to the length of ``text`` at most, and hold at least one character.
    """
    names, quotes = sorted(names), tuple(quotes)
    borders = {0, len(text)}
    for span in (*names, *quotes):
        borders |= {span.start, span.end}
    cuts = sorted(borders)
    found: list[NamedText] = []
    current: Span | None = None
    for start, end in pairwise(cuts):
        name = next((span for span in names if span.start <= start < span.end), None)
        duties = tuple(span.entry for span in quotes if span.start <= start < span.end)
        segment = QuotedSegment(text[start:end], duties)
        if found and name is current:
            found[-1] = NamedText(found[-1].entry, (*found[-1].segments, segment))
        else:
            found.append(NamedText(name.entry if name else None, (segment,)))
        current = name
    return tuple(found)


def quotes(clause: Clause) -> tuple[Span, ...]:
    """Where the quotes of a clause's duties stand; of a repeated stretch, the first."""
    spans = []
    for duty in clause.duties:
        start = clause.text.find(duty.quote)
        if start >= 0 and duty.retired is None:
            spans.append(Span(start, start + len(duty.quote), duty.id))
    return tuple(spans)


def first_names(names: Iterable[Span], seen: set[str]) -> tuple[Span, ...]:
    """Those of ``names`` whose entry is not in ``seen`` yet, each once; they are added to it."""
    first = []
    for span in names:
        if span.entry not in seen:
            seen.add(span.entry)
            first.append(span)
    return tuple(first)
