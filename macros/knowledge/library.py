"""All records together, found by their ids and walked in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, wraps
from typing import TypeVar, cast

from macros.knowledge.backlinks import Backlinks
from macros.knowledge.context import ClauseInContext, DutyInContext, EntryInContext, duties_of
from macros.knowledge.index import by_id, chains, first_wins
from macros.knowledge.mentions import Mentions
from macros.model import (
    Document,
    EvidenceRecord,
    Guide,
    Measure,
    Mechanism,
    Pace,
    Part,
    Question,
    Record,
    Review,
    ReviewRule,
    Role,
    SchoolYear,
    SearchWords,
    Term,
    Theme,
)
from macros.model.kinds import REGISTERED, Kind, inside
from macros.model.release import Release


@dataclass(frozen=True)
class Library(Backlinks, Mentions):
    """Everything the data holds, in a stable order: the order of the files and of the text.

    The first document is the front one; numbers without a document's name are its numbers.

    Look-ups answer ``None`` for an unknown id, since the rules must be able to ask; of two records
    with one id, the first is found. ``complete`` is false when a file could not be read, so that
    rules which need the whole library stay silent instead of blaming what is merely missing.
    ``version`` is the data version of a complete one that was read from a folder, else "".
    """

    documents: tuple[Document, ...] = ()
    roles: tuple[Role, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    terms: tuple[Term, ...] = ()
    themes: tuple[Theme, ...] = ()
    records: tuple[EvidenceRecord, ...] = ()
    search_words: SearchWords = field(default_factory=SearchWords)
    guides: tuple[Guide, ...] = ()
    pace: Pace = field(default_factory=Pace)
    school_year: SchoolYear | None = None
    reviews: tuple[Review, ...] = ()
    review_rule: ReviewRule = field(default_factory=ReviewRule)
    releases: tuple[Release, ...] = ()
    complete: bool = True
    version: str = field(default="", compare=False)

    def __getstate__(self) -> dict[str, object]:
        """Sent to another process, it leaves its indexes behind."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    # --- lookup ----------------------------------------------------------------------------------

    def role(self, id_: str) -> Role | None:
        """The role with this id."""
        return self._roles.get(id_)

    def mechanism(self, id_: str) -> Mechanism | None:
        """The mechanism with this id."""
        return self._mechanisms.get(id_)

    def term(self, id_: str) -> Term | None:
        """The term with this id."""
        return self._terms.get(id_)

    def theme(self, id_: str) -> Theme | None:
        """The theme with this id."""
        return self._themes.get(id_)

    def record(self, id_: str) -> EvidenceRecord | None:
        """The kind of evidence with this id."""
        return self._records.get(id_)

    def measure(self, id_: str) -> Measure | None:
        """The measure with this id; retired ones are found too."""
        found = self._measures.get(id_)
        return found[1] if found else None

    def clause(self, id_: str) -> ClauseInContext | None:
        """The clause with this id, in its context; retired ones are found too, as number 0."""
        return self._clauses.get(id_)

    def duty(self, id_: str) -> DutyInContext | None:
        """The duty with this id, in its context; retired ones are found too."""
        return self._all_duties.get(id_)

    def part(self, id_: str) -> Part | None:
        """The part with this id; retired ones are found too."""
        return self._parts.get(id_)

    def document_of(self, measure: Measure) -> Document:
        """The document a measure of this library stands in; KeyError for a foreign one."""
        return self._measures[measure.id][0]

    @cached_property
    def real(self) -> Library:
        """The library without its samples."""
        documents = tuple(document for document in self.documents if not document.sample)
        return self if documents == self.documents else replace(self, documents=documents)

    def asking(self, question_id: str) -> Measure | Guide | None:
        """The measure or guide that holds the question with this id; retired ones are found too."""
        return self._asking.get(question_id)

    def glossary_entry(self, id_: str) -> Term | Mechanism | None:
        """The term or mechanism with this id."""
        return self.term(id_) or self.mechanism(id_)

    # --- walks -----------------------------------------------------------------------------------

    @property
    def glossary(self) -> tuple[Term | Mechanism, ...]:
        """All terms, then all mechanisms: what the text names and a definition explains."""
        return (*self.terms, *self.mechanisms)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures of all documents."""
        return tuple(measure for document in self.documents for measure in document.measures)

    @cached_property
    def clauses(self) -> tuple[ClauseInContext, ...]:
        """All clauses, in the order of the text."""
        return tuple(self._walk_clauses())

    @cached_property
    def former_clauses(self) -> tuple[ClauseInContext, ...]:
        """The clauses that are no longer part of a text, those of retired measures included."""
        return tuple(self._walk_former_clauses())

    @cached_property
    def every_clause(self) -> tuple[ClauseInContext, ...]:
        """The clauses of the texts, then those that are no longer part of one."""
        return (*self.clauses, *self.former_clauses)

    @cached_property
    def duties(self) -> tuple[DutyInContext, ...]:
        """All duties that hold, in the order of the text; retired ones are left out."""
        return tuple(found for found in duties_of(self.clauses) if found.duty.retired is None)

    @cached_property
    def doubted(self) -> frozenset[str]:
        """The clauses whose words are not the source's, or whose id is another's as well.

        What rests on them cannot be judged.
        """
        given = Counter(found.clause.id for found in self.clauses)
        return frozenset(
            found.clause.id
            for found in self.clauses
            if given[found.clause.id] > 1
            or (found.document.text and found.clause.text not in found.document.text)
        )

    @cached_property
    def questions(self) -> tuple[tuple[Measure, Question], ...]:
        """All questions of measures, with their measure; those of guides are not among them."""
        return tuple((measure, q) for measure in self.measures for q in measure.questions)

    @cached_property
    def entries(self) -> tuple[EntryInContext, ...]:
        """Every entry with an id, retired ones and duplicates included: registries first."""
        order = (*REGISTERED, Kind.GUIDE, Kind.DOCUMENT)
        return tuple(found for kind in order for found in _held(self, kind, ()))

    def entry(self, id_: str) -> EntryInContext | None:
        """The entry of any kind with this id."""
        return self._entries.get(id_)

    def ids(self, kind: Kind) -> Iterator[str]:
        """The ids of all entries of a kind, retired ones included."""
        return (found.id for found in self.entries if found.kind is kind)

    def identified(self) -> Iterator[tuple[str, Record]]:
        """Every id of the library with its record, retired ones and duplicates included.

        The order is stable.
        """
        return ((found.id, found.record) for found in self.entries)

    def wholes(self, role_id: str) -> tuple[str, ...]:
        """The ids of a role and of every role it is a part of, step by step."""
        return self._wholes.get(role_id, ())

    def broader(self, theme_id: str) -> tuple[str, ...]:
        """The ids of a theme and of every broader one, step by step."""
        return self._broader.get(theme_id, ())

    @cached_property
    def derived(self) -> dict[object, object]:
        """Values derived from the library, by the function that derives each; see ``once``."""
        return {}

    # --- indexes, made once ----------------------------------------------------------------------

    @cached_property
    def _entries(self) -> Mapping[str, EntryInContext]:
        return first_wins((found.id, found) for found in self.entries)

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return by_id(self.roles)

    @cached_property
    def _wholes(self) -> Mapping[str, tuple[str, ...]]:
        return chains({role.id: role.part_of for role in self._roles.values()})

    @cached_property
    def _broader(self) -> Mapping[str, tuple[str, ...]]:
        return chains({theme.id: theme.parent for theme in self._themes.values()})

    @cached_property
    def _mechanisms(self) -> Mapping[str, Mechanism]:
        return by_id(self.mechanisms)

    @cached_property
    def _terms(self) -> Mapping[str, Term]:
        return by_id(self.terms)

    @cached_property
    def _themes(self) -> Mapping[str, Theme]:
        return by_id(self.themes)

    @cached_property
    def _records(self) -> Mapping[str, EvidenceRecord]:
        return by_id(self.records)

    @cached_property
    def _measures(self) -> Mapping[str, tuple[Document, Measure]]:
        return first_wins(
            (measure.id, (document, measure))
            for document in self.documents
            for measure in document.every_measure
        )

    @cached_property
    def _parts(self) -> Mapping[str, Part]:
        return by_id(part for document in self.documents for part in document.every_part)

    @cached_property
    def _clauses(self) -> Mapping[str, ClauseInContext]:
        return first_wins((found.clause.id, found) for found in self.every_clause)

    @cached_property
    def _all_duties(self) -> Mapping[str, DutyInContext]:
        return first_wins((found.duty.id, found) for found in duties_of(self.every_clause))

    @cached_property
    def _asking(self) -> Mapping[str, Measure | Guide]:
        holders: Iterable[Measure | Guide] = (
            *(measure for document in self.documents for measure in document.every_measure),
            *self.guides,
        )
        return first_wins(
            (question.id, holder) for holder in holders for question in holder.every_question
        )

    def _walk_clauses(self) -> Iterator[ClauseInContext]:
        for document in self.documents:
            parts = {part.id: part for part in document.parts}
            for measure in document.measures:
                for ordinal, clause in enumerate(measure.clauses, start=1):
                    yield ClauseInContext(
                        document, parts.get(measure.part), measure, clause, ordinal
                    )

    def _walk_former_clauses(self) -> Iterator[ClauseInContext]:
        for document in self.documents:
            for measure in document.every_measure:
                gone = () if measure.retired is None else measure.clauses
                for clause in (*gone, *measure.former_clauses):
                    yield ClauseInContext(document, self.part(measure.part), measure, clause, 0)


def _held(
    holder: Library | Record, kind: Kind, above: tuple[EntryInContext, ...]
) -> Iterator[EntryInContext]:
    """The entries of a kind that a library or another entry holds, each with those inside it."""
    listed = kind.row.listed
    for record in (*getattr(holder, listed), *getattr(holder, f"former_{listed}", ())):
        found = EntryInContext(kind, record.id, record, above)
        yield found
        for inner in inside(kind):
            yield from _held(record, inner, (*above, found))


T = TypeVar("T")


def once(work: Callable[[Library], T]) -> Callable[[Library], T]:
    """A value derived from a library: ``work`` computes it once, and the library keeps it."""

    @wraps(work)
    def done(library: Library) -> T:
        if work not in library.derived:
            library.derived[work] = work(library)
        return cast(T, library.derived[work])

    return done
