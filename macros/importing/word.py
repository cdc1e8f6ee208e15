"""The text of a Word file: its paragraphs in order, a line each, and nothing but its text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn

from macros.diagnostics import Diagnostic
from macros.importing.reading import RefusedError
from macros.location import Location

# The largest Word file that is opened, unpacked.
_MOST_BYTES = 256 * 1024 * 1024

# What stands for a character of its own in a run; blanks that are seen as one become one.
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
_PARAGRAPH = qn("w:p")
# Text that a reader sees and a line of text cannot hold → the code.
_REFUSED = {
    qn("w:ins"): "I22",
    qn("w:del"): "I22",
    qn("w:moveFrom"): "I22",
    qn("w:moveTo"): "I22",
    qn("w:txbxContent"): "I23",
    qn("w:footnoteReference"): "I24",
    qn("w:endnoteReference"): "I24",
}


def text_of(raw: bytes, file: str) -> str:
    """The text of a Word file, with a line end behind each paragraph.

    Cells of a table are read row by row. Tabs and hard spaces become blanks. Raises RefusedError
    for what is no Word file (I20), numbers that Word counts itself and the text does not hold
    (I21), tracked changes (I22), text boxes (I23) and notes (I24); the line of a finding counts
    paragraphs.
    """
    word = _opened(raw, file)
    paragraphs = list(word.element.body.iter(_PARAGRAPH))
    findings = tuple(
        Diagnostic(code, Location(file, number, 1), {"line": _plain(paragraph)[:30]})
        for number, paragraph in enumerate(paragraphs, start=1)
        for code in _faults(word, paragraph)
    )
    if findings:
        raise RefusedError(findings)
    return "".join(f"{_plain(paragraph)}\n" for paragraph in paragraphs)


def _opened(raw: bytes, file: str) -> Word:
    """The Word file that the bytes are; I20 if they are none, or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            if sum(member.file_size for member in package.infolist()) > _MOST_BYTES:
                raise ValueError("too large")
        return docx.Document(io.BytesIO(raw))
    except Exception as error:  # A broken package fails in whatever room reads it first.
        raise RefusedError((Diagnostic("I20", Location(file)),)) from error


def left_out(raw: bytes) -> tuple[str, ...]:
    """The words in headers and footers, which are no part of the text."""
    word = docx.Document(io.BytesIO(raw))
    found = (
        paragraph.text.strip()
        for section in word.sections
        for side in (section.header, section.footer)
        for paragraph in side.paragraphs
    )
    return tuple(dict.fromkeys(words for words in found if words))


def _plain(paragraph: object) -> str:
    return "".join(_pieces(paragraph)).replace("\t", " ").replace("\u00a0", " ")


def _pieces(paragraph: object) -> Iterator[str]:
    for node in paragraph.iter():  # type: ignore[attr-defined]
        if node.tag == _TEXT:
            yield node.text or ""
        elif node.tag in _SIGNS:
            yield _SIGNS[node.tag]


def _faults(word: Word, paragraph: object) -> Iterator[str]:
    tags = {node.tag for node in paragraph.iter()}  # type: ignore[attr-defined]
    yield from sorted({_REFUSED[tag] for tag in tags & _REFUSED.keys()})
    if _plain(paragraph).strip() and _is_numbered(word, paragraph):
        yield "I21"


def _is_numbered(word: Word, paragraph: object) -> bool:
    """Whether Word puts a number of its own before a paragraph, by itself or by its style."""
    own = paragraph.find(f".//{qn('w:numPr')}/{qn('w:numId')}")  # type: ignore[attr-defined]
    if own is not None:
        return str(own.get(qn("w:val"))) != "0"
    named = paragraph.find(f".//{qn('w:pStyle')}")  # type: ignore[attr-defined]
    styles = {style.style_id: style for style in word.styles}
    style = styles.get(named.get(qn("w:val"))) if named is not None else None
    while style is not None:
        if style.element.find(f".//{qn('w:numPr')}/{qn('w:numId')}") is not None:
            return True
        style = getattr(style, "base_style", None)
    return False
