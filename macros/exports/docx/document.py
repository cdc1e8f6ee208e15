"""The whole document as a file: its facts, its contents, its text word for word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.exports.docx import elements as words
from macros.exports.docx.elements import Element
from macros.exports.docx.paper import Paper
from macros.exports.docx.styles import DOCUMENT, WIDTH
from macros.model import Document, Fact, Facts, Source
from macros.views.document import PartText, between, parts
from macros.words.files import say
from macros.words.vocabulary import word

_NAME = 1700
_FACTS = ("title", "issuer", "number", "issued", "effective", "force")


@dataclass(frozen=True, slots=True)
class Whole:
    """What the file holds."""

    short_title: str
    facts: Facts
    source: Source
    opening: str
    parts: tuple[PartText, ...]
    closing: str


def text(document: Document) -> Whole:
    """What is gathered for the file of a document."""
    return Whole(
        document.short_title,
        document.facts,
        document.source,
        between(document.layout.opening),
        parts(document),
        between(document.layout.closing),
    )


def document_docx(whole: Whole, version: str) -> bytes:
    """The document's text; its numbers are its own, so they stand as text and never recount."""
    title = whole.facts.title.value or whole.short_title
    paper = Paper(DOCUMENT, title, version)
    paper.table(say("document.facts"), (_NAME, WIDTH - _NAME), (), _facts(whole))
    paper.paragraph("Note", say("document.layout"))
    paper.contents(new_page=True)
    _passage(paper, whole.opening, new_page=True)
    for index, part in enumerate(whole.parts):
        _passage(paper, part.before)
        if part.headed:
            first = index == 0 and not whole.opening
            paper.heading(1, part.opening + part.part.title, new_page=first)
        for shown in part.measures:
            _passage(paper, shown.before)
            title = shown.measure.title if shown.titled else ""
            # A paragraph that the text neither numbers nor names has no heading.
            if heading := f"{shown.opening}{title}".strip():
                paper.heading(2, heading)
            for paragraph in shown.paragraphs:
                paper.passage(*((clause.id, clause.text) for clause in paragraph))
    _passage(paper, whole.closing)
    return paper.content()


def _passage(paper: Paper, gap: str, *, new_page: bool = False) -> None:
    """Words of the source that belong to no measure, line by line."""
    for index, line in enumerate(gap.splitlines()):
        paper.paragraph("Clause", line, new_page=new_page and index == 0)


def _facts(whole: Whole) -> Iterator[list[list[Element]]]:
    for name in _FACTS:
        fact: Fact = getattr(whole.facts, name)
        status = word(fact.status)
        shown = fact.value + say("bracketed", text=status) if fact.value else status
        yield _row(say(f"document.fact.{name}"), shown, fact.source or "")
    source = whole.source
    text = say("document.source", file=source.file, sha256=source.sha256)
    yield _row(say("document.fact.source"), text)


def _row(name: str, *lines: str) -> list[list[Element]]:
    return [
        [words.paragraph("Cell", (words.run(name),))],
        [words.paragraph("Cell", (words.run(line),)) for line in lines if line],
    ]
