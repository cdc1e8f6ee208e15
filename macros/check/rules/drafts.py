"""D1x: what a document still lacks; of a draft it is said once, of any other at each place."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rules.questions import FEWEST
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import Document, DocumentState
from macros.model.measure import lacks_duty
from macros.text.diagnostics import Diagnostic


def draft_to_do(library: Library) -> Iterator[Diagnostic]:
    """How many clauses of a draft lack a duty, and how many measures a theme or questions."""
    for document in _drafts(library):
        remaining = _remaining(document)
        if any(remaining):
            clauses, themes, questions = map(str, remaining)
            yield Diagnostic(
                "D11",
                document.place.at("state"),
                {
                    "document": document.short_title,
                    "clauses": clauses,
                    "themes": themes,
                    "questions": questions,
                },
            )


def measure_without_theme(library: Library) -> Iterator[Diagnostic]:
    """A measure of a document that is no draft belongs to a theme."""
    for document in library.documents:
        if document.state is not DocumentState.DRAFT:
            for measure in document.measures:
                if not measure.themes:
                    yield Diagnostic("D12", measure.place.at("themes"), {"measure": measure.id})


def draft_is_complete(library: Library) -> Iterator[Diagnostic]:
    """A document that lacks nothing any more is no draft."""
    for document in _drafts(library):
        if not any(_remaining(document)):
            yield Diagnostic("D13", document.place.at("state"), {"document": document.short_title})


RULES = (
    Rule("D11", draft_to_do, whole=True),
    Rule("D12", measure_without_theme),
    Rule("D13", draft_is_complete, whole=True),
)


def _drafts(library: Library) -> Iterator[Document]:
    return (one for one in library.documents if one.state is DocumentState.DRAFT)


def _remaining(document: Document) -> tuple[int, int, int]:
    """Clauses without a duty, measures without a theme, measures without enough questions."""
    return (
        sum(lacks_duty(clause) for measure in document.measures for clause in measure.clauses),
        sum(not measure.themes for measure in document.measures),
        sum(len(measure.questions) < FEWEST for measure in document.measures),
    )
