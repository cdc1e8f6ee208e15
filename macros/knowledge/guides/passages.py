"""Which passages a guide reads, and which duties and questions go with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from macros.knowledge import ClauseInContext, DutyInContext, Library
from macros.model import Measure, Question, QuestionKind, Selection

QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """Clauses of one measure, read in full; ``whole`` if they are all it has."""

    measure: Measure
    clauses: tuple[ClauseInContext, ...]

    @property
    def whole(self) -> bool:
        """Whether the measure is read from its first word to its last."""
        return len(self.clauses) == len(self.measure.clauses)

    @property
    def characters(self) -> int:
        """Code points to read, the title included."""
        return len(self.measure.title) + sum(len(c.clause.text) for c in self.clauses)


def of_measures(library: Library, measures: Collection[str]) -> tuple[Passage, ...]:
    """The measures with these ids, whole."""
    return _passages([c for c in library.clauses if c.measure.id in measures])


def of_roles(library: Library, roles: Iterable[str]) -> tuple[Passage, ...]:
    """The clauses with duties in which any of these roles takes part."""
    found = {d.clause.id for role in roles for d, _ in library.duties_of_role(role)}
    return _passages([c for c in library.clauses if c.clause.id in found])


def measures_of_theme(library: Library, theme_id: str) -> frozenset[str]:
    """The ids of the measures of a theme and of all narrower ones."""
    inside = (theme.id for theme in library.themes if theme_id in library.broader(theme.id))
    return frozenset(m.id for theme in inside for m in library.measures_of_theme(theme))


def of_selection(library: Library, selection: Selection) -> tuple[Passage, ...]:
    """Whatever any field of ``selection`` names, each clause once, in the order of the text."""
    measures = {*selection.measures}
    measures |= {m.id for part in selection.parts for m in library.measures_of_part(part)}
    measures |= {m for theme in selection.themes for m in measures_of_theme(library, theme)}
    duties: list[DutyInContext] = []
    for role in selection.roles:
        duties += [duty for duty, _ in library.duties_of_role(role)]
    for mechanism in selection.mechanisms:
        duties += library.duties_of_mechanism(mechanism)
    for record in selection.records:
        duties += library.duties_of_record(record)
    clauses = {duty.clause.id for duty in duties}
    return _passages(
        [c for c in library.clauses if c.measure.id in measures or c.clause.id in clauses]
    )


def duties(library: Library, passage: Passage, roles: Collection[str]) -> tuple[DutyInContext, ...]:
    """The duties of a passage that concern ``roles``; all of them if there are none."""
    read = {c.clause.id for c in passage.clauses}
    return tuple(
        duty
        for duty in library.duties_of_measure(passage.measure.id)
        if duty.clause.id in read and (not roles or any(w.role in roles for w in duty.duty.who))
    )


def questions(
    passage: Passage,
    roles: Collection[str],
    asked: Collection[str],
    kinds: dict[QuestionKind, int],
    *,
    wanted: int = QUESTIONS,
) -> tuple[Question, ...]:
    """Up to ``wanted`` questions on a passage, of different kinds, not ``asked`` before.

    Those for these ``roles`` come first, then those for everyone, then the rest; among equals the
    kind that the guide has asked least, by ``kinds``, so that kinds spread over the guide.
    """
    read = {c.clause.id for c in passage.clauses}
    left = [q for q in passage.measure.questions if q.id not in asked and read & {*q.quotes}]
    chosen: list[Question] = []
    while left and len(chosen) < wanted:
        best = min(left, key=lambda q: (_distance(q, roles), kinds.get(q.kind, 0)))
        chosen.append(best)
        kinds[best.kind] = kinds.get(best.kind, 0) + 1
        left = [q for q in left if q is not best and q.kind is not best.kind]
    order = [q.id for q in passage.measure.questions]
    return tuple(
        sorted(chosen, key=lambda q: (list(QuestionKind).index(q.kind), order.index(q.id)))
    )


def _distance(question: Question, roles: Collection[str]) -> int:
    """How far a question is from an audience: 0 meant for it, 1 for everyone, 2 for others."""
    if not question.roles:
        return 1
    return 0 if not roles or any(role in roles for role in question.roles) else 2


def _passages(clauses: Iterable[ClauseInContext]) -> tuple[Passage, ...]:
    by_measure: dict[str, list[ClauseInContext]] = {}
    for clause in clauses:
        by_measure.setdefault(clause.measure.id, []).append(clause)
    return tuple(Passage(found[0].measure, tuple(found)) for found in by_measure.values())
