"""The text of a Word file: its paragraphs in order, a line each, and nothing but its text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from macros.importing.choices import RefusedError
from macros.importing.package import markup, refusal
from macros.text.diagnostics import Diagnostic, limited
from macros.text.location import Location
from macros.words.catalogue import say

# How many paragraphs are read, and how deep they may stand in each other, as in a text box.
_MOST_PARAGRAPHS = 50_000
_DEEPEST = 4

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
    (I21), tracked changes (I22), text boxes (I23), notes (I24), what is no text or not to be
    seen as such (I25), and a file that costs more than any text is worth (I26); the line of a
    finding counts paragraphs.
    """
    word = _opened(raw, file)
    numbered = _numbered_styles(word)
    body = word.element.body
    paragraphs = list(islice(body.iter(_PARAGRAPH), _MOST_PARAGRAPHS + 1))
    if len(paragraphs) > _MOST_PARAGRAPHS or any(map(_is_deep, paragraphs)):
        raise refusal(file, "paragraphs")
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
        raise RefusedError(limited(findings))
    return "".join(f"{_plain(paragraph)}\n" for paragraph in paragraphs)


def _opened(raw: bytes, file: str) -> Word:
    """The Word file that the bytes are, without pictures; I20 if they are none, I26 if a trap."""
    light = markup(raw, file)
    try:
        word = docx.Document(io.BytesIO(light))
        # Asked for here, where a broken one is a finding.
        word.element.body.tag, word.styles.element.tag  # noqa: B018
        return word
    except Exception as error:  # A broken package fails in whatever room reads it first.
        raise RefusedError((Diagnostic("I20", Location(file)),)) from error


def left_out(raw: bytes, file: str) -> tuple[str, ...]:
    """What is no part of the text: words in headers, footers and comments; how many pictures.

    Raises RefusedError as ``text_of`` does for a file that cannot be read (I20, I26).
    """
    word = _opened(raw, file)
    parts = [part for part in word.part.package.iter_parts() if _BESIDE.fullmatch(part.partname)]
    parts.sort(key=lambda part: str(part.partname))
    try:
        beside = [p for part in parts for p in parse_xml(part.blob).iter(_PARAGRAPH)]
    except Exception as error:  # A header is read only here.
        raise RefusedError((Diagnostic("I20", Location(file)),)) from error
    if len(beside) > _MOST_PARAGRAPHS or any(map(_is_deep, beside)):
        raise refusal(file, "paragraphs")
    found = (_plain(paragraph).strip() for paragraph in beside)
    words = tuple(dict.fromkeys(words for words in found if words))
    pictures = sum(1 for _ in word.element.body.iter(*_PICTURES))
    return (*words, say("import.pictures", count=pictures)) if pictures else words


def _is_deep(paragraph: Any) -> bool:
    return next(islice(paragraph.iterancestors(_PARAGRAPH), _DEEPEST, None), None) is not None


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


def _numbered_styles(word: Word) -> frozenset[str]:
    """The ids of the styles that number paragraphs, by themselves or by one they are based on."""
    styles = {style.style_id: style.element for style in word.styles}
    known: dict[str, bool] = {}
    for id_ in styles:
        line: dict[str, None] = {}
        here = id_
        # A style of a damaged file may be based on itself.
        while here in styles and here not in line and here not in known:
            line[here] = None
            based = styles[here].find(qn("w:basedOn"))
            here = "" if based is None else based.get(qn("w:val"))
        numbers = known.get(here, False)
        for one in reversed(line):
            own = styles[one].find(f".//{qn('w:numPr')}/{qn('w:numId')}")
            numbers = numbers or own is not None
            known[one] = numbers
    return frozenset(id_ for id_, numbers in known.items() if numbers)
