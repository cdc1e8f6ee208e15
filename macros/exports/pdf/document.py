"""A whole document as a PDF: its facts, its contents, its text word for word."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from macros.knowledge import Library
from macros.knowledge.citations import cited
from macros.model import Document, Fact
from macros.views.document import MeasureText, view
from macros.words.files import say
from macros.words.vocabulary import word

_FACTS = ("title", "issuer", "number", "issued", "effective", "force")


def given(library: Library, document: Document) -> Mapping[str, object]:
    """What the template is given."""
    shown = view(library, document)
    return {
        "title": document.facts.title.value or document.short_title,
        "name": document.short_title,
        "facts": [_fact(name, getattr(document.facts, name)) for name in _FACTS],
        "source": {"file": document.source.file, "sha256": document.source.sha256},
        "measures": len(document.measures),
        "clauses": sum(len(measure.clauses) for measure in document.measures),
        "unit": word(document.parts[0].kind, "counted"),
        "example": cited(shown.example).removeprefix(document.short_title) if shown.example else "",
        "opening": shown.opening.splitlines(),
        "closing": shown.closing.splitlines(),
        "parts": [
            {
                "before": part.before.splitlines(),
                "heading": part.opening + part.part.title if part.headed else "",
                "measures": [_measure(text) for text in part.measures],
            }
            for part in shown.parts
        ],
    }


def _fact(name: str, fact: Fact) -> Mapping[str, str]:
    return {
        "name": say(f"document.fact.{name}"),
        "value": fact.value or "",
        "status": word(fact.status),
        "source": fact.source or "",
    }


def _measure(text: MeasureText) -> Mapping[str, object]:
    at = count(1)
    return {
        "id": text.measure.id,
        "before": text.before.splitlines(),
        "heading": f"{text.opening}{text.measure.title if text.titled else ''}".strip(),
        "paragraphs": [
            [{"at": next(at), "id": clause.id, "text": clause.text} for clause in paragraph]
            for paragraph in text.paragraphs
        ],
    }
