"""The whole document as a file: its facts, its contents, its text word for word."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.docx import paragraphs as words
from macros.exports.docx.paper import Paper
from macros.exports.docx.scale import DOCUMENT
from macros.exports.docx.styles import WIDTH
from macros.exports.docx.xml import Element
from macros.exports.office import say
from macros.library import Library
from macros.model import Document, Fact
from macros.views.document import view

_NAME = 1700
_FACTS = ("title", "issuer", "number", "issued", "effective", "force")


def document_docx(library: Library, document: Document) -> bytes:
    """The document's text; its numbers are its own, so they stand as text and never recount."""
    title = document.facts.title.value or document.short_title
    paper = Paper(DOCUMENT, title, library.version)
    paper.table(say("document.facts"), (_NAME, WIDTH - _NAME), (), _facts(document))
    paper.paragraph("Note", say("document.layout"))
    paper.contents(new_page=True)
    for index, part in enumerate(view(library, document).parts):
        if part.headed:
            paper.heading(1, part.opening + part.part.title, new_page=index == 0)
        for text in part.measures:
            title = text.measure.title if text.titled else ""
            paper.heading(2, f"{text.opening}{title}".strip())
            for paragraph in text.paragraphs:
                paper.passage(*((clause.id, clause.text) for clause in paragraph))
    return paper.content()


def _facts(document: Document) -> Iterator[list[list[Element]]]:
    for name in _FACTS:
        fact: Fact = getattr(document.facts, name)
        status = say(f"fact_status.{fact.status}")
        shown = fact.value + say("bracketed", text=status) if fact.value else status
        yield _row(say(f"document.fact.{name}"), shown, fact.source or "")
    source = document.source
    text = say("document.source", file=source.file, sha256=source.sha256)
    yield _row(say("document.fact.source"), text)


def _row(name: str, *lines: str) -> list[list[Element]]:
    return [
        [words.paragraph("Cell", (words.run(name),))],
        [words.paragraph("Cell", (words.run(line),)) for line in lines if line],
    ]
