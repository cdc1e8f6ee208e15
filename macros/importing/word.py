"""The text of a Word file: its paragraphs in order, a line each, and nothing but its text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from macros.importing.choices import RefusedError
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.words.catalogue import say

# The largest Word file that is opened, unpacked: all of it, and what is no picture.
_MOST_BYTES = 256 * 1024 * 1024
_MOST_MARKUP = 32 * 1024 * 1024

# What stands for a character of its own in a run; blanks that are seen as one become one.
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TEXT = qn("w:t")
_PARAGRAPH = qn("w:p")
_PICTURES = (qn("w:drawing"), qn("w:pict"))
_BESIDE = re.compile(r"/word/(header|footer|comments)[0-9]*\.xml")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
# What a reader sees and a line of text cannot hold, or the other way round → the code.
_REFUSED = {
    qn("w:ins"): "I22",
    qn("w:del"): "I22",
    qn("w:moveFrom"): "I22",
    qn("w:moveTo"): "I22",
    qn("w:txbxContent"): "I23",
    qn("w:footnoteReference"): "I24",
    qn("w:endnoteReference"): "I24",
    qn("w:cellIns"): "I22",
    qn("w:cellDel"): "I22",
    qn("w:altChunk"): "I25",
    qn("w:object"): "I25",
    qn("w:sym"): "I25",
    qn("w:ruby"): "I25",
    qn("w:vanish"): "I25",
    qn("w:strike"): "I25",
    qn("w:dstrike"): "I25",
    _MATH: "I25",
}
# Of these, a run can say that it is not so.
_SWITCHES = (qn("w:vanish"), qn("w:strike"), qn("w:dstrike"))
_OFF = ("0", "false", "off")


def text_of(raw: bytes, file: str) -> str:
    """The text of a Word file, with a line end behind each paragraph.

    Cells of a table are read row by row. Tabs and hard spaces become blanks. Raises RefusedError
    for what is no Word file (I20), numbers that Word counts itself and the text does not hold
    (I21), tracked changes (I22), text boxes (I23), notes (I24), and what is no text or not to be
    seen as such (I25); the line of a finding counts paragraphs.
    """
    word = _opened(raw, file)
    numbered = frozenset(_numbered_styles(word))
    body = word.element.body
    paragraphs = list(body.iter(_PARAGRAPH))
    findings = [
        Diagnostic(code, Location(file, number, 1), {"line": _plain(paragraph)[:30]})
        for number, paragraph in enumerate(paragraphs, start=1)
        for code in _faults(paragraph, numbered)
    ]
    if not findings:
        # What stands between paragraphs: a row that is taken out, a file that is put in.
        outside = {_REFUSED[node.tag] for node in body.iter(*_REFUSED) if node.tag not in _SWITCHES}
        findings = [Diagnostic(code, Location(file), {"line": ""}) for code in sorted(outside)]
    if findings:
        raise RefusedError(tuple(findings))
    return "".join(f"{_plain(paragraph)}\n" for paragraph in paragraphs)


def _opened(raw: bytes, file: str) -> Word:
    """The Word file that the bytes are; I20 if they are none, or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            sizes = [(member.filename, member.file_size) for member in package.infolist()]
        markup = sum(size for name, size in sizes if name.endswith((".xml", ".rels")))
        if markup > _MOST_MARKUP or sum(size for _, size in sizes) > _MOST_BYTES:
            raise ValueError("too large")
        word = docx.Document(io.BytesIO(raw))
        # Word writes none; entities that it declares would be missing from the text.
        if word.element.getroottree().docinfo.doctype:
            raise ValueError("declares a document type")
        return word
    except Exception as error:  # A broken package fails in whatever room reads it first.
        raise RefusedError((Diagnostic("I20", Location(file)),)) from error


def left_out(raw: bytes) -> tuple[str, ...]:
    """What is no part of the text: words in headers, footers and comments; how many pictures."""
    word = docx.Document(io.BytesIO(raw))
    parts = [part for part in word.part.package.iter_parts() if _BESIDE.fullmatch(part.partname)]
    parts.sort(key=lambda part: str(part.partname))
    found = (
        _plain(paragraph).strip()
        for part in parts
        for paragraph in parse_xml(part.blob).iter(_PARAGRAPH)
    )
    words = tuple(dict.fromkeys(words for words in found if words))
    pictures = sum(1 for _ in word.element.body.iter(*_PICTURES))
    return (*words, say("import.pictures", count=pictures)) if pictures else words


def _plain(paragraph: object) -> str:
    return "".join(_pieces(paragraph)).replace("\t", " ").replace("\u00a0", " ")


def _pieces(paragraph: object) -> Iterator[str]:
    for node in paragraph.iter():  # type: ignore[attr-defined]
        if node.tag == _TEXT:
            yield node.text or ""
        elif node.tag in _SIGNS:
            yield _SIGNS[node.tag]


def _faults(paragraph: object, numbered: frozenset[str]) -> Iterator[str]:
    yield from sorted(
        {
            _REFUSED[node.tag]
            for node in paragraph.iter(*_REFUSED)  # type: ignore[attr-defined]
            if node.tag not in _SWITCHES or _is_on(node)
        }
    )
    if _plain(paragraph).strip() and _is_numbered(paragraph, numbered):
        yield "I21"


def _is_on(switch: Any) -> bool:
    """Whether the text of a run is hidden or crossed out; the mark of a paragraph is no text."""
    run = switch.getparent().getparent()
    return run.tag == qn("w:r") and switch.get(qn("w:val"), "1") not in _OFF


def _is_numbered(paragraph: object, styles: frozenset[str]) -> bool:
    """Whether Word puts a number of its own before a paragraph, by itself or by its style."""
    own = paragraph.find(f".//{qn('w:numPr')}/{qn('w:numId')}")  # type: ignore[attr-defined]
    if own is not None:
        return str(own.get(qn("w:val"))) != "0"
    named = paragraph.find(f".//{qn('w:pStyle')}")  # type: ignore[attr-defined]
    return named is not None and named.get(qn("w:val")) in styles


def _numbered_styles(word: Word) -> Iterator[str]:
    """The ids of the styles that number paragraphs, by themselves or by one they are based on."""
    styles = {style.style_id: style.element for style in word.styles}
    for id_ in styles:
        line: dict[str, None] = {}
        here = id_
        # A style of a damaged file may be based on itself.
        while here in styles and here not in line:
            line[here] = None
            based = styles[here].find(qn("w:basedOn"))
            here = "" if based is None else based.get(qn("w:val"))
        if any(styles[one].find(f".//{qn('w:numPr')}/{qn('w:numId')}") is not None for one in line):
            yield id_
