"""Word files: their text, and what of them a text cannot hold."""

from __future__ import annotations

import io
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from macros.importing import RefusedError, read_text
from macros.importing.word import left_out, text_of
from macros.words.catalogue import say

NAMESPACE = nsmap["w"].encode()


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
    assert left_out(_raw(word), "a.docx") == ("内部文件",)


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
    assert set(left_out(_raw(word), "a.docx")) == {"首页", "表中", say("import.pictures", count=1)}


def _packed(
    *parts: tuple[str, bytes], without: str = "", method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A small Word file with ``parts`` written over its own, or behind them under one name."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_raw(_word("第一条　各班设图书角。")))) as old,
        zipfile.ZipFile(packed, "w", method) as new,
    ):
        for name in old.namelist():
            if name != without and name not in dict(parts):
                new.writestr(name, old.read(name))
        for name, content in parts:
            new.writestr(name, content)
    return packed.getvalue()


def _own(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_raw(_word("第一条　各班设图书角。")))) as package:
        return package.read(name)


MAIN, TYPES, LINKS = "word/document.xml", "[Content_Types].xml", "_rels/.rels"
HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
DOCTYPE = b"<!DOCTYPE x [<!ENTITY a 'b'>]>"


def _filled(filling: bytes) -> bytes:
    return _own(MAIN).replace(b"<w:body>", b"<w:body>" + filling)


def _elsewhere(content: bytes) -> bytes:
    """A Word file whose main part has a name that says nothing."""
    return _packed(
        (TYPES, _own(TYPES).replace(b"/word/document.xml", b"/word/main.bin")),
        (LINKS, _own(LINKS).replace(b"word/document.xml", b"word/main.bin")),
        ("word/main.bin", content),
        without=MAIN,
    )


def _with_header(header: bytes, *, typed: bool = True) -> bytes:
    links = "word/_rels/document.xml.rels"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    link = b'<Relationship Id="rId99" Type="%s" Target="header1.xml"/>' % kind
    named = b'<Override PartName="/word/header1.xml" ContentType="%s"/>' % HEADER_TYPE.encode()
    return _packed(
        (TYPES, _own(TYPES).replace(b"</Types>", (named if typed else b"") + b"</Types>")),
        (links, _own(links).replace(b"</Relationships>", link + b"</Relationships>")),
        ("word/header1.xml", header),
    )


def _twice() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _packed((MAIN, _own(MAIN)), (MAIN, _filled(b"<w:p/>")))


def _in_utf_16(xml: bytes) -> bytes:
    return xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")


HEADER = b'<w:hdr xmlns:w="%s"/>' % NAMESPACE
TRAPS: dict[str, Callable[[], bytes]] = {
    "blanks": lambda: _packed((MAIN, _filled(b" " * (33 << 20)))),
    "blanks in a part that nobody named": lambda: _packed(("x/y.bin", b"<" + b" " * (33 << 20))),
    "a main part of another name": lambda: _elsewhere(_filled(b" " * (33 << 20))),
    "empty paragraphs": lambda: _packed((MAIN, _filled(b"<w:p/>" * 5_000_000))),
    "paragraphs": lambda: _packed((MAIN, _filled(b"<w:p/>" * 60_000))),
    "paragraphs in each other": lambda: _packed(
        (MAIN, _filled((b"<w:p>" * 200 + b"</w:p>" * 200) * 200))
    ),
    "attributes": lambda: _packed(
        (MAIN, _filled(b"<w:p %s/>" % b" ".join(b'a%x=""' % n for n in range(1_000_001))))
    ),
    "a document type": lambda: _packed((MAIN, _own(MAIN).replace(b"<w:doc", DOCTYPE + b"<w:doc"))),
    "a document type in a header": lambda: _with_header(DOCTYPE + HEADER),
    "a document type in a header of no type": lambda: _with_header(DOCTYPE + HEADER, typed=False),
    "a document type in UTF-16": lambda: _packed(
        (MAIN, _in_utf_16(_own(MAIN).replace(b"<w:doc", DOCTYPE + b"<w:doc")))
    ),
    "an encoding that hides": lambda: _packed((MAIN, _own(MAIN).replace(b"UTF-8", b"UTF-7"))),
    "one part twice": _twice,
    "one part in two spellings": lambda: _packed(("Word/Document.XML", _own(MAIN))),
    "parts": lambda: _packed(*((f"x/{n}", b"") for n in range(4_001))),
    "links": lambda: _packed(
        (
            LINKS,
            _own(LINKS).replace(
                b"<Relationship ", b"<R a='' b=''/>" * 40_000 + b"<Relationship ", 1
            ),
        )
    ),
}


@pytest.fixture(scope="module")
def trapped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each trap comes to in a process that may have 1 GiB of memory and a minute in all."""
    folder = tmp_path_factory.mktemp("traps")
    for number, name in enumerate(TRAPS):
        (folder / f"{number}.docx").write_bytes(TRAPS[name]())
    code = (
        "import resource, sys\n"
        "from macros.importing import RefusedError\n"
        "from macros.importing.word import left_out, text_of\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (60, 60))\n"
        "for number in range(int(sys.argv[1])):\n"
        "    raw = open(f'{number}.docx', 'rb').read()\n"
        "    try:\n"
        "        text_of(raw, 'a.docx'), left_out(raw, 'a.docx')\n"
        "        print('read', flush=True)\n"
        "    except RefusedError as refused:\n"
        "        print(*[found.code for found in refused.findings], flush=True)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(len(TRAPS))],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
    return dict(zip(TRAPS, map(str.split, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("name", TRAPS)
def test_a_package_that_is_a_trap_is_refused(trapped: dict[str, list[str]], name: str) -> None:
    """I26, once: what unpacks to something huge, hides a part, or declares words elsewhere."""
    assert trapped[name] == ["I26"]


def test_a_package_that_is_odd_is_read() -> None:
    """UTF-16, and pictures of any size that nobody opens, are no trap."""
    read = "第一条　各班设图书角。\n"
    picture = b"\x89PNG\r\n\x1a\n" + bytes(40 << 20)
    assert text_of(_packed((MAIN, _in_utf_16(_own(MAIN)))), "a.docx") == read
    assert text_of(_packed(("word/media/image1.png", picture)), "a.docx") == read


def test_a_header_that_is_broken_is_one_finding() -> None:
    """I20: what is no markup where a header should be, whatever it says it is."""
    for typed in (True, False):
        with pytest.raises(RefusedError) as refusal:
            left_out(_with_header(b"<w:hdr", typed=typed), "a.docx")
        assert [finding.code for finding in refusal.value.findings] == ["I20"]


def test_styles_based_on_each_other_are_read_once() -> None:
    """A chain of five thousand styles, each based on the next, and the last one numbers."""
    chain = b"".join(
        b'<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>'
        % (number, number + 1)
        for number in range(5_000)
    )
    last = (
        b'<w:style w:type="paragraph" w:styleId="s5000">'
        b'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    styles = _own("word/styles.xml").replace(b"</w:styles>", chain + last + b"</w:styles>")
    used = _filled(
        "<w:p><w:pPr><w:pStyle w:val='s0'/></w:pPr><w:r><w:t>各班</w:t></w:r></w:p>".encode()
    )
    with pytest.raises(RefusedError) as refusal:
        text_of(_packed(("word/styles.xml", styles), (MAIN, used)), "a.docx")
    assert [(f.code, f.location.line) for f in refusal.value.findings] == [("I21", 1)]


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
