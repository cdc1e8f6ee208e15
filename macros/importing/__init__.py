"""An official text read as a document: parts, measures and clauses, not one character lost."""

from __future__ import annotations

from pydantic import ValidationError

from macros.importing.body import before_annexes, without_contents, without_lists_of_annexes
from macros.importing.choices import AS_THE_TEXT_SHOWS, Choices, RefusedError
from macros.importing.levels import levels
from macros.importing.lines import by_decimals, split
from macros.importing.marks import NumberingStyle, find
from macros.importing.outline import outline, paragraphs
from macros.importing.papers import before_papers
from macros.importing.records import document
from macros.importing.titles import titles
from macros.knowledge.assembly import assemble, text_of
from macros.model import Document
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.yaml.text import check_source

__all__ = [
    "AS_THE_TEXT_SHOWS",
    "Choices",
    "NumberingStyle",
    "RefusedError",
    "read_text",
    "style_of",
]


def style_of(number: str) -> NumberingStyle | None:
    """The style of a number given as an example, with its signs; None if it is no number."""
    mark = find(number)
    return mark.style if mark and mark.end == len(number) else None


def read_text(
    text: str, id_: str, *, file: str = "", choices: Choices = AS_THE_TEXT_SHOWS
) -> Document:
    """The document that ``text`` is, as a draft under the id ``id_``; nothing is written.

    Its records put together are ``text`` again, to the last code point. Raises RefusedError, with
    findings in ``file``, if the text can be read in more ways than one, holds characters that no
    file may hold, or holds a stretch too long for one (I12).
    """
    if findings := check_source(text, file).findings:
        raise RefusedError(findings)
    lines = without_lists_of_annexes(without_contents(by_decimals(split(text)), file))
    body = before_papers(before_annexes(lines))
    if choices.measures or any(line.mark for line in body):
        units = outline(body, levels(body, file, choices), file, choices)
    else:
        units = paragraphs(body, file)
    named = titles(units, file, choices)
    try:
        made = document(text, id_, lines, units, named)
    except ValidationError as error:
        # Nothing but its length can keep a stretch of the text from being a field of a record.
        raise RefusedError((Diagnostic("I12", Location(file)),)) from error
    assert text_of(assemble(made)) == text, "the records are not the text"
    return made
