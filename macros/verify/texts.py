"""Whether what is shown as the document's words is what is stored, code point by code point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from pydantic import BaseModel

from macros.knowledge import Library
from macros.text.diagnostics import Diagnostic
from macros.verify.difference import at, difference
from macros.verify.page import BuiltPage, Shown

_QUOTED = re.compile(
    "\N{LEFT CORNER BRACKET}([^\N{LEFT CORNER BRACKET}\N{RIGHT CORNER BRACKET}]*)"
    "\N{RIGHT CORNER BRACKET}"
)


def clauses(library: Library) -> dict[str, str]:
    """Every clause's text, by its id."""
    return {found.clause.id: found.clause.text for found in library.clauses}


def titles(library: Library) -> dict[str, str]:
    """Every measure's and part's title, by its id."""
    return {m.id: m.title for m in library.measures} | {
        part.id: part.title for document in library.documents for part in document.parts
    }


def every_text(library: Library) -> Iterator[str]:
    """Every text of the data, as it was typed."""
    waiting: list[object] = [getattr(library, one.name) for one in fields(library)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, BaseModel):
            waiting += (getattr(value, name) for name in type(value).model_fields)
        elif isinstance(value, tuple):
            waiting += value


def texts(library: Library, pages: Mapping[str, BuiltPage]) -> Iterator[Diagnostic]:
    """V01 a clause, V02 a title that is not the stored text; V04 one that is not stored at all."""
    for code, kind, stored in (
        ("V01", "clauses", clauses(library)),
        ("V02", "titles", titles(library)),
    ):
        for page in pages.values():
            shown: Shown
            for shown in getattr(page, kind):
                if shown.id not in stored:
                    yield at("V04", page.path, shown.line, id=shown.id)
                elif differs := difference(shown.text, stored[shown.id]):
                    yield at(code, page.path, shown.line, id=shown.id, **differs)


def definitions(library: Library, pages: Mapping[str, BuiltPage]) -> Iterator[Diagnostic]:
    """V24: a definition that is not the stored one, or that nobody has given yet."""
    stored = {e.id: e.definition.text if e.definition else "" for e in library.glossary}
    for page in pages.values():
        for shown in page.definitions:
            if shown.id not in stored:
                yield at("V04", page.path, shown.line, id=shown.id)
            elif differs := difference(shown.text, stored[shown.id]):
                yield at("V24", page.path, shown.line, id=shown.id, **differs)


def quotes(library: Library, pages: Mapping[str, BuiltPage]) -> Iterator[Diagnostic]:
    """V03 a quote that is not in its clause, V19 one that names no clause; unknown clauses V04.

    A quote is as long as in the data: a record's, or one in an answer's brackets. The words that a
    clause marks for a duty are a quote, too: they must be the duty's own.
    """
    stored = clauses(library)
    own = {duty.id: duty.quote for measure in library.measures for duty in measure.duties}
    quoted = {words for text in every_text(library) for words in (text, *_QUOTED.findall(text))}
    quoted.discard("")
    for page in pages.values():
        for shown in page.quotes:
            if shown.id not in stored:
                yield at("V04", page.path, shown.line, id=shown.id)
            elif shown.text not in quoted or shown.text not in stored[shown.id]:
                yield at("V03", page.path, shown.line, id=shown.id, quote=shown.text)
        for mark in page.marked:
            if mark.id not in own:
                yield at("V04", page.path, mark.line, id=mark.id)
            elif mark.value != own[mark.id]:
                yield at("V03", page.path, mark.line, id=mark.id, quote=mark.value)
        for line in page.loose_quotes:
            yield at("V19", page.path, line)
