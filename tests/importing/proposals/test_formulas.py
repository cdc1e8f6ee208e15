"""Quoted formulas that no registry has are proposed; those that one has are not."""

from __future__ import annotations

from dataclasses import replace

from macros.importing.proposals import propose
from macros.knowledge import Library
from macros.model import Document, Measure
from tests.libraries import real


def _without_duties(document: Document) -> Document:
    def bare(measure: Measure) -> Measure:
        clauses = tuple(one.model_copy(update={"duties": ()}) for one in measure.clauses)
        return measure.model_copy(update={"clauses": clauses})

    return document.with_measures(tuple(map(bare, document.measures)), document.text)


def _formulas(library: Library) -> set[str]:
    (document, *_) = library.documents
    return {found.params["words"] for found in propose(library, document) if found.code == "W05"}


def test_a_quoted_formula_is_proposed_until_it_is_registered() -> None:
    """Without the registries the quoted words of the text are proposed, with them none of these."""
    library = replace(real(), documents=tuple(map(_without_duties, real().documents)))
    assert "四个意识" in _formulas(replace(library, terms=(), mechanisms=()))
    assert not _formulas(library) & {name for term in library.terms for name in term.names}
