"""What is retired, set apart from what holds, so that nobody counts or shows it by mistake."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from macros.model import Clause, Document, Guide, Measure, Part, Question

R = TypeVar("R", Part, Measure, Clause, Question)


def of_document(document: Document, measures: Iterable[Measure], text: str) -> Document:
    """The document with its measures and text of record, what is retired set apart."""
    hold, former = _apart(_of_measure(measure) for measure in measures)
    parts, former_parts = _apart(document.parts)
    update = {"parts": parts, "former_parts": former_parts, "former_measures": former}
    return document.with_measures(hold, text).model_copy(update=update)


def of_guide(guide: Guide) -> Guide:
    """The guide with its retired questions set apart."""
    questions, former = _apart(guide.questions)
    if not former:
        return guide
    return guide.model_copy(update={"questions": questions, "former_questions": former})


def _of_measure(measure: Measure) -> Measure:
    clauses, former_clauses = _apart(measure.clauses)
    questions, former_questions = _apart(measure.questions)
    if not (former_clauses or former_questions):
        return measure
    return measure.model_copy(
        update={
            "clauses": clauses,
            "former_clauses": former_clauses,
            "questions": questions,
            "former_questions": former_questions,
        }
    )


def _apart(records: Iterable[R]) -> tuple[tuple[R, ...], tuple[R, ...]]:
    """What holds and what is retired, each in the order given."""
    every = tuple(records)
    hold = tuple(record for record in every if record.retired is None)
    return hold, tuple(record for record in every if record.retired is not None)
