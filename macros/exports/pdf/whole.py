"""A whole document as a PDF: its facts, its contents, its text word for word."""

from __future__ import annotations

from collections.abc import Mapping

from macros.exports.office import say
from macros.library import Library
from macros.model import Document, Fact, Measure

_FACTS = ("title", "issuer", "number", "issued", "effective", "force")


def given(library: Library, document: Document) -> Mapping[str, object]:
    """What the template is given."""
    return {
        "title": document.facts.title.value or document.short_title,
        "name": document.short_title,
        "facts": [_fact(name, getattr(document.facts, name)) for name in _FACTS],
        "source": {"file": document.source.file, "sha256": document.source.sha256},
        "measures": len(document.measures),
        "clauses": sum(len(measure.clauses) for measure in document.measures),
        "parts": [
            {
                "numeral": part.numeral,
                "title": part.title,
                "measures": [_measure(one) for one in library.measures_of_part(part.id)],
            }
            for part in document.parts
        ],
    }


def _fact(name: str, fact: Fact) -> Mapping[str, str]:
    return {
        "name": say(f"document.fact.{name}"),
        "value": fact.value or "",
        "status": say(f"fact_status.{fact.status}"),
        "source": fact.source or "",
    }


def _measure(measure: Measure) -> Mapping[str, object]:
    return {
        "id": measure.id,
        "number": measure.number,
        "title": measure.title,
        "clauses": [{"id": clause.id, "text": clause.text} for clause in measure.clauses],
    }
