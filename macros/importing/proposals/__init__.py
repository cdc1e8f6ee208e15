"""Proposals for duties: what a clause names already, with the words to write; never a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.importing.proposals import found
from macros.knowledge import ClauseInContext, Library
from macros.model import Document, Timing
from macros.model.measure import lacks_duty
from macros.text.diagnostics import Diagnostic

__all__ = ["propose"]


def propose(library: Library, document: Document) -> Iterator[Diagnostic]:
    """Notices on the clauses of a document that still lack duties, in the order of the text.

    W01 a role, W02 a rhythm, W03 a mechanism, W04 a term that the clause names, W05 words in
    quotation marks that no entry is named by. The ``yaml`` of each can be written as it stands.
    """
    for clause in library.clauses:
        if clause.document.id == document.id and lacks_duty(clause.clause):
            notices = (*_named(library, clause), *_rhythms(clause), *_formulas(library, clause))
            yield from sorted(notices, key=lambda notice: notice.order)


def _named(library: Library, clause: ClauseInContext) -> Iterator[Diagnostic]:
    for code, spans, yaml in (
        ("W01", found.roles(library, clause), "{{role: {}, as: \u2026, basis: stated}}"),
        ("W03", found.mechanisms(library, clause), "mechanisms: [{}]"),
        ("W04", found.terms(library, clause), "{}"),
    ):
        for span in spans:
            words = clause.clause.text[span.start : span.end]
            params = {"words": words, "yaml": yaml.format(span.entry), "id": span.entry}
            yield _notice(code, clause, span.start, params)


def _rhythms(clause: ClauseInContext) -> Iterator[Diagnostic]:
    for beat in found.rhythms(clause.clause.text):
        params = {"words": beat.timing.quote or "", "yaml": _written(beat.timing)}
        yield _notice("W02", clause, beat.start, params)


def _formulas(library: Library, clause: ClauseInContext) -> Iterator[Diagnostic]:
    for start, words in found.formulas(library, clause.clause.text):
        params = {"words": words, "yaml": f"- {{id: \u2026, label: {words}}}"}
        yield _notice("W05", clause, start, params)


def _written(timing: Timing) -> str:
    fields = timing.model_dump(mode="json", exclude_none=True)
    return "when: {" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


def _notice(
    code: str, clause: ClauseInContext, start: int, params: Mapping[str, str]
) -> Diagnostic:
    where = clause.clause.place.at_character(start, "text")
    return Diagnostic(code, where, {"clause": clause.clause.id, **params})
