"""All records together: lookup by id, duties in their context, backlinks, names in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, wraps
from typing import TypeVar, cast

from macros.knowledge.context import ClauseInContext, DutyInContext, Mention, duties_of
from macros.knowledge.index import by_id, chains, first_wins, grouped
from macros.knowledge.names import NameIndex, Span
from macros.model import (
    Assignment,
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
from macros.model.release import Release


@dataclass(frozen=True)
class Library:
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

    def identified(self) -> Iterator[tuple[str, Record]]:
        """Every id of the library with its record, retired ones and duplicates included.

        The order is stable.
        """
        for entries in (self.roles, self.mechanisms, self.terms, self.themes, self.records):
            for entry in entries:
                yield entry.id, entry
        for guide in self.guides:
            yield guide.id, guide
            for question in guide.every_question:
                yield question.id, question
        for document in self.documents:
            yield document.id, document
            for part in document.every_part:
                yield part.id, part
            for measure in document.every_measure:
                yield measure.id, measure
                for clause in measure.every_clause:
                    yield clause.id, clause
                    for duty in clause.duties:
                        yield duty.id, duty
                for question in measure.every_question:
                    yield question.id, question

    def wholes(self, role_id: str) -> tuple[str, ...]:
        """The ids of a role and of every role it is a part of, step by step."""
        return self._wholes.get(role_id, ())

    def broader(self, theme_id: str) -> tuple[str, ...]:
        """The ids of a theme and of every broader one, step by step."""
        return self._broader.get(theme_id, ())

    # --- backlinks -------------------------------------------------------------------------------

    def duties_of_measure(self, measure_id: str) -> tuple[DutyInContext, ...]:
        """The duties of one measure."""
        return self._by_measure.get(measure_id, ())

    def duties_of_role(self, role_id: str) -> tuple[tuple[DutyInContext, Assignment], ...]:
        """The duties in which a role takes part, with its part in each."""
        return self._by_role.get(role_id, ())

    def duties_of_mechanism(self, mechanism_id: str) -> tuple[DutyInContext, ...]:
        """The duties that a mechanism carries."""
        return self._by_mechanism.get(mechanism_id, ())

    def duties_of_record(self, record_id: str) -> tuple[DutyInContext, ...]:
        """The duties that leave this kind of evidence."""
        return self._by_record.get(record_id, ())

    def measures_of_theme(self, theme_id: str) -> tuple[Measure, ...]:
        """The measures that name a theme itself (not its narrower themes)."""
        return self._by_theme.get(theme_id, ())

    def measures_of_part(self, part_id: str) -> tuple[Measure, ...]:
        """The measures of one part, in order."""
        return self._by_part.get(part_id, ())

    def incoming(self, measure_id: str) -> tuple[tuple[Measure, int], ...]:
        """The relations stored elsewhere that point here: the other measure and the index there."""
        return self._incoming.get(measure_id, ())

    # --- names in the text -----------------------------------------------------------------------

    def names_in(self, clause_id: str) -> tuple[Span, ...]:
        """The terms and mechanisms a clause names, with code-point spans."""
        return self._spans.get(clause_id, ())

    def mentions(self, entry_id: str) -> tuple[Mention, ...]:
        """Every place where the text names a term or mechanism."""
        return self._mentions.get(entry_id, ())

    def titles_naming(self, entry_id: str) -> tuple[Measure, ...]:
        """The measures whose title names a term or mechanism."""
        return self._titles_naming.get(entry_id, ())

    def roles_in(self, text: str) -> frozenset[str]:
        """The ids of the roles that ``text`` names."""
        return frozenset(span.entry for span in self.role_names.find(text))

    def role_mentions(self, role_id: str) -> tuple[Mention, ...]:
        """Every place where the text names a role; found apart from terms and mechanisms."""
        return self._role_mentions.get(role_id, ())

    @cached_property
    def glossary_names(self) -> NameIndex:
        """The names of terms and mechanisms, for marking any text."""
        return NameIndex(self.glossary)

    @cached_property
    def role_names(self) -> NameIndex:
        """The names of roles, for finding them in any text."""
        return NameIndex(self.roles)

    @cached_property
    def worked_out(self) -> dict[object, object]:
        """What others made of the library, by what made it; see ``once``."""
        return {}

    # --- indexes, made once ----------------------------------------------------------------------

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

    @cached_property
    def _by_measure(self) -> Mapping[str, tuple[DutyInContext, ...]]:
        return grouped((found.measure.id, found) for found in self.duties)

    @cached_property
    def _by_role(self) -> Mapping[str, tuple[tuple[DutyInContext, Assignment], ...]]:
        return grouped((who.role, (found, who)) for found in self.duties for who in found.duty.who)

    @cached_property
    def _by_mechanism(self) -> Mapping[str, tuple[DutyInContext, ...]]:
        return grouped(
            (use.mechanism, found) for found in self.duties for use in found.duty.mechanisms
        )

    @cached_property
    def _by_record(self) -> Mapping[str, tuple[DutyInContext, ...]]:
        return grouped((use.record, found) for found in self.duties for use in found.duty.records)

    @cached_property
    def _by_theme(self) -> Mapping[str, tuple[Measure, ...]]:
        return grouped((theme, measure) for measure in self.measures for theme in measure.themes)

    @cached_property
    def _by_part(self) -> Mapping[str, tuple[Measure, ...]]:
        return grouped((measure.part, measure) for measure in self.measures)

    @cached_property
    def _incoming(self) -> Mapping[str, tuple[tuple[Measure, int], ...]]:
        return grouped(
            (relation.to, (measure, index))
            for measure in self.measures
            for index, relation in enumerate(measure.related)
        )

    @cached_property
    def _spans(self) -> Mapping[str, tuple[Span, ...]]:
        return {c.clause.id: self.glossary_names.find(c.clause.text) for c in self.clauses}

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        return grouped(
            (span.entry, Mention(context, span))
            for context in self.clauses
            for span in self.names_in(context.clause.id)
        )

    @cached_property
    def _role_mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        return grouped(
            (span.entry, Mention(context, span))
            for context in self.clauses
            for span in self.role_names.find(context.clause.text)
        )

    @cached_property
    def _titles_naming(self) -> Mapping[str, tuple[Measure, ...]]:
        return grouped(
            (entry, measure)
            for measure in self.measures
            for entry in dict.fromkeys(s.entry for s in self.glossary_names.find(measure.title))
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


T = TypeVar("T")


def once(work: Callable[[Library], T]) -> Callable[[Library], T]:
    """``work``, done once for each library: what comes of it is kept as long as the library."""

    @wraps(work)
    def done(library: Library) -> T:
        if work not in library.worked_out:
            library.worked_out[work] = work(library)
        return cast(T, library.worked_out[work])

    return done
