"""The clauses that name an entry, with the name marked, and what else they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.knowledge import ClauseInContext, Library, NameMention, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.names import Span
from macros.model import Measure, Mechanism, Term


@dataclass(frozen=True, slots=True)
class MentionSegment:
    """A stretch of a clause; all segments of a passage, put together, are the clause's text."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class MentioningClause:
    """A clause that names an entry once or more."""

    context: ClauseInContext
    address: Address
    segments: tuple[MentionSegment, ...]


@dataclass(frozen=True, slots=True)
class MentioningTitle:
    """A measure whose title names an entry; the segments together are the title."""

    measure: Measure
    address: Address
    segments: tuple[MentionSegment, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another entry that the same clauses name; ``clauses`` says in how many of them."""

    entry: Term | Mechanism
    address: Address
    clauses: int


def passages(mentions: Iterable[NameMention]) -> tuple[MentioningClause, ...]:
    """One passage a clause, in the order of the mentions."""
    spans: dict[str, list[Span]] = {}
    contexts: dict[str, ClauseInContext] = {}
    for mention in mentions:
        id_ = mention.context.clause.id
        contexts.setdefault(id_, mention.context)
        spans.setdefault(id_, []).append(mention.span)
    return tuple(
        MentioningClause(
            context,
            addresses.of_clause(context),
            tuple(_segments(context.clause.text, spans[id_])),
        )
        for id_, context in contexts.items()
    )


def titles(library: Library, entry_id: str) -> tuple[MentioningTitle, ...]:
    """The titles that name an entry, in the order of the text."""
    return tuple(
        MentioningTitle(
            measure,
            addresses.of_measure(library.document_of(measure), measure),
            tuple(
                _segments(
                    measure.title,
                    [s for s in library.glossary_names.find(measure.title) if s.entry == entry_id],
                )
            ),
        )
        for measure in library.titles_naming(entry_id)
    )


def _segments(text: str, spans: Iterable[Span]) -> Iterator[MentionSegment]:
    at = 0
    for span in spans:
        if at < span.start:
            yield MentionSegment(text[at : span.start], False)
        yield MentionSegment(text[span.start : span.end], True)
        at = span.end
    if at < len(text):
        yield MentionSegment(text[at:], False)


def neighbours(library: Library, entry_id: str) -> tuple[Neighbour, ...]:
    """The entries named by the clauses that name ``entry_id``, the most frequent first."""
    counts: Counter[str] = Counter()
    for passage in passages(library.mentions(entry_id)):
        named = dict.fromkeys(s.entry for s in library.names_in(passage.context.clause.id))
        counts.update(id_ for id_ in named if id_ != entry_id)
    return tuple(
        Neighbour(entry, addresses.of_entry(entry), count)
        for id_, count in counts.most_common()
        if (entry := library.glossary_entry(id_))
    )
