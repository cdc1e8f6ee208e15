"""Whatever a text holds, its files hold: the words around articles, too."""

from __future__ import annotations

from pathlib import Path

from macros.exports import pdf
from macros.importing import read_text
from macros.knowledge import Library
from tests.exports.docx.reading import opened, styled
from tests.exports.pdf import reading
from tests.exports.word import document_docx

TEXT = """校园安全办法

（二〇二六年一月一日通过）

目录
第一章　总则
第二章　附则

第一章　总则

第一条　学校应当每学期演练一次。
演练应当记录。

第二章　附则

以下条款自公布之日起施行。

第二条　本办法由学校解释。

附件：演练记录表
"""
DOCUMENT = read_text(TEXT, "safety")
LIBRARY = Library(documents=(DOCUMENT,), version="0123456789ab")


def test_a_word_file_holds_every_word() -> None:
    """Headings and paragraphs, put together, are the text of record but for blanks."""
    told = styled(opened(document_docx(LIBRARY, DOCUMENT)))
    words = [said for style, said in told if style in {"Heading1", "Heading2", "Clause"}]
    assert reading.bare("".join(words)) == reading.bare(TEXT)


def test_a_pdf_holds_every_word(tmp_path: Path) -> None:
    """What is set after the contents is the text of record but for blanks and small numbers."""
    file = tmp_path / "whole.pdf"
    file.write_bytes(pdf.typeset("whole", pdf.whole(LIBRARY, DOCUMENT), LIBRARY.version))
    text = "".join(reading.pages(file, reading.WHOLE)[2:])
    numbers = (
        ("学校应当每学期", "1学校应当每学期"),
        ("演练应当记录", "2演练应当记录"),
        ("本办法由", "1本办法由"),
    )
    expected = reading.bare(TEXT)
    for plain, numbered in numbers:
        expected = expected.replace(plain, numbered)
    assert text == expected
