"""Word files: their text, and what of them a text cannot hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from macros.importing import RefusedError, read_text
from macros.importing.word import left_out, text_of
from macros.words.catalogue import say


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


def test_a_style_based_on_itself_has_an_end() -> None:
    """A damaged file whose style leads back to itself is read like any other."""
    word = _word("第一条　各班设图书角。")
    style = word.paragraphs[0].style
    based = OxmlElement("w:basedOn")
    based.set(qn("w:val"), style.style_id)
    style.element.append(based)
    word.paragraphs[0]._p.get_or_add_pPr().get_or_add_pStyle().val = style.style_id
    assert text_of(_raw(word), "a.docx") == "第一条　各班设图书角。\n"


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


def _in_run(tag: str) -> Callable[[Any], None]:
    def spoil(word: Any) -> None:
        word.add_paragraph("各班").runs[0]._r.append(OxmlElement(tag))

    return spoil


def _hidden(word: Any) -> None:
    word.add_paragraph("各班").runs[0].font.hidden = True


def _crossed_out(word: Any) -> None:
    word.add_paragraph("各班").runs[0].font.strike = True


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_numbered, "I21"),
        (_tracked, "I22"),
        (_boxed, "I23"),
        (_noted, "I24"),
        (_in_run("w:sym"), "I25"),
        (_in_run("w:object"), "I25"),
        (_in_run("w:ruby"), "I25"),
        (_in_run("m:oMath"), "I25"),
        (_hidden, "I25"),
        (_crossed_out, "I25"),
    ],
)
def test_what_a_text_cannot_hold_is_refused(spoil: Callable[[Any], None], code: str) -> None:
    """What Word adds, changes under way and what is no text are refused at their paragraph."""
    word = _word("第一条　各班设图书角。")
    spoil(word)
    with pytest.raises(RefusedError) as refusal:
        text_of(_raw(word), "a.docx")
    assert [(f.code, f.location.line) for f in refusal.value.findings] == [(code, 2)]


def test_what_stands_between_paragraphs_is_refused() -> None:
    """A row that is taken out under tracked changes, or a file put in, is not passed over."""
    for tag, code in (("w:del", "I22"), ("w:altChunk", "I25")):
        word = _word("第一条　各班设图书角。")
        row = word.add_table(1, 1).rows[0]._tr
        (row.get_or_add_trPr() if tag == "w:del" else word.element.body).append(OxmlElement(tag))
        with pytest.raises(RefusedError) as refusal:
            text_of(_raw(word), "a.docx")
        assert [finding.code for finding in refusal.value.findings] == [code]


def test_what_is_switched_off_is_text() -> None:
    """A run that says it is not hidden, and a paragraph whose mark is, are plain text."""
    word = _word("第一条　各班设图书角。")
    word.paragraphs[0].runs[0].font.hidden = False
    mark = word.paragraphs[0]._p.get_or_add_pPr()
    mark.append(OxmlElement("w:rPr"))
    mark[-1].append(OxmlElement("w:vanish"))
    assert text_of(_raw(word), "a.docx") == "第一条　各班设图书角。\n"


def test_all_that_is_left_out_is_named() -> None:
    """Headers of first pages, tables in them, and pictures are named, too."""
    word = _word("第一条　各班设图书角。")
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "首页"
    section.footer.add_table(1, 1, 100).cell(0, 0).text = "表中"
    word.paragraphs[0].runs[0]._r.append(OxmlElement("w:drawing"))
    assert set(left_out(_raw(word))) == {"首页", "表中", say("import.pictures", count=1)}


def _repacked(change: Callable[[bytes], bytes]) -> bytes:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_raw(_word("第一条　各班设图书角。")))) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == "word/document.xml" else content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b" " * (33 << 20)),
        lambda xml: xml.replace(b"<w:document", b"<!DOCTYPE x [<!ENTITY a 'b'>]><w:document", 1),
    ],
    ids=["bomb", "entities"],
)
def test_a_package_that_is_a_trap_is_refused(change: Callable[[bytes], bytes]) -> None:
    """I20: a small file that unpacks to a huge one, and one whose words are declared elsewhere."""
    assert text_of(_repacked(lambda xml: xml), "a.docx") == "第一条　各班设图书角。\n"
    with pytest.raises(RefusedError) as refusal:
        text_of(_repacked(change), "a.docx")
    assert [finding.code for finding in refusal.value.findings] == ["I20"]


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
