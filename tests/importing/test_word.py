"""Word files: their text, and what of them a text cannot hold."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from macros.importing import RefusedError, read_text
from macros.importing.word import left_out, text_of


def _raw(word: Any) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _word(*paragraphs: str) -> Any:
    word = docx.Document()
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    return word


def test_paragraphs_are_lines() -> None:
    """Each paragraph is a line; a tab is a blank, a break inside a paragraph a line end."""
    word = _word("第一条\t各班设图书角。", "第二条　班主任负责。\n每月登记。", "")
    assert (
        text_of(_raw(word), "a.docx")
        == "第一条 各班设图书角。\n第二条　班主任负责。\n每月登记。\n\n"
    )


def test_runs_hyperlinks_and_tables_are_read_in_order() -> None:
    """Text in several runs is one line, and a table's cells are lines, row by row."""
    word = _word("第一条　")
    word.paragraphs[0].add_run("各班").bold = True
    word.paragraphs[0].add_run("设图书角。")
    table = word.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in table.rows for c in row.cells), "甲乙丙丁", strict=True):
        cell.text = words
    word.add_paragraph("完。")
    assert text_of(_raw(word), "a.docx") == "第一条　各班设图书角。\n甲\n乙\n丙\n丁\n完。\n"


def test_what_it_reads_can_be_imported() -> None:
    """The text of a Word file is a text like any other."""
    text = text_of(_raw(_word("第一章　总则", "第一条　各班设图书角。")), "a.docx")
    assert [measure.numeral for measure in read_text(text, "doc").measures] == ["一"]


def test_headers_and_footers_are_named() -> None:
    """Words in headers and footers are no part of the text, and are told."""
    word = _word("第一条　各班设图书角。")
    word.sections[0].header.paragraphs[0].text = "内部文件"
    assert "内部文件" not in text_of(_raw(word), "a.docx")
    assert left_out(_raw(word)) == ("内部文件",)


def _numbered(word: Any) -> None:
    word.add_paragraph("各班设图书角。", style="List Number")


def _tracked(word: Any) -> None:
    change = OxmlElement("w:ins")
    change.append(word.add_paragraph("各班").runs[0]._r)
    word.paragraphs[-1]._p.append(change)


def _boxed(word: Any) -> None:
    box = OxmlElement("w:txbxContent")
    box.append(OxmlElement("w:p"))
    word.add_paragraph("各班").runs[0]._r.append(box)


def _noted(word: Any) -> None:
    word.add_paragraph("各班").runs[0]._r.append(OxmlElement("w:footnoteReference"))


@pytest.mark.parametrize(
    ("spoil", "code"), [(_numbered, "I21"), (_tracked, "I22"), (_boxed, "I23"), (_noted, "I24")]
)
def test_what_a_text_cannot_hold_is_refused(spoil: Callable[[Any], None], code: str) -> None:
    """Automatic numbers, tracked changes, text boxes and notes are refused at their paragraph."""
    word = _word("第一条　各班设图书角。")
    spoil(word)
    with pytest.raises(RefusedError) as refusal:
        text_of(_raw(word), "a.docx")
    assert [(f.code, f.location.line) for f in refusal.value.findings] == [(code, 2)]


def test_a_number_that_is_switched_off_is_none() -> None:
    """A paragraph whose style is numbered, but which itself has number 0, is plain text."""
    word = _word()
    paragraph = word.add_paragraph("第一条　各班设图书角。", style="List Number")
    number = paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId()
    number.set(qn("w:val"), "0")
    assert text_of(_raw(word), "a.docx") == "第一条　各班设图书角。\n"


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old doc", b"text"])
def test_what_is_no_word_file_is_refused(raw: bytes) -> None:
    """I20: bytes that are no .docx file, an old .doc among them."""
    with pytest.raises(RefusedError) as refusal:
        text_of(raw, "a.docx")
    assert [finding.code for finding in refusal.value.findings] == ["I20"]


def test_a_damaged_word_file_is_read_or_refused() -> None:
    """Cut off or altered anywhere, a Word file gives a text or a refusal, never another error."""
    whole = _raw(_word("第一条　各班设图书角。"))
    damaged = (
        *(whole[:end] for end in range(0, len(whole), len(whole) // 12)),
        *(
            whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
            for at in range(100, len(whole), len(whole) // 24)
        ),
    )
    refused = 0
    for raw in damaged:
        try:
            text_of(raw, "a.docx")
        except RefusedError:
            refused += 1
    assert refused > 12
