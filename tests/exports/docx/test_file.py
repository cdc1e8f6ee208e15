"""What every Word file is, whatever stands in it: page, styles, fonts, fields, bytes."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from docx.oxml.ns import qn

from macros.knowledge.guides.catalogue import catalogue
from tests.exports.docx.reading import opened
from tests.exports.word import card_docx, document_docx, guide_docx
from tests.libraries import real
from tests.projects import REPOSITORY

VERSION = re.compile("[0-9a-f]{12}")
KINDS = ("whole", "card", "guide")
EACH = pytest.mark.parametrize("kind", KINDS)


@cache
def _content(kind: str) -> bytes:
    library = real()
    if kind == "whole":
        return document_docx(library, library.documents[0])
    if kind == "card":
        role = library.role("school-party-org")
        assert role is not None
        return card_docx(library, role)
    return guide_docx(library, catalogue(library)[0])


def _every_element(document: Any) -> Iterator[Any]:
    section = document.sections[0]
    parts = (section.header, section.even_page_header, section.footer, section.even_page_footer)
    for root in (document.element.body, *(part._element for part in parts)):
        yield from root.iter()


@EACH
def test_the_page_is_a4_with_the_margins_of_official_documents(kind: str) -> None:
    """A4; 37 mm above, 35 below, 28 left, 26 right, so that 156 by 225 mm are left for text."""
    section = opened(_content(kind)).sections[0]
    page = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length.mm) for length in page] == [210, 297]
    assert [round(length.mm) for length in margins] == [37, 35, 28, 26]


@EACH
def test_every_page_is_numbered_outside_between_dashes(kind: str) -> None:
    """The foot shows a PAGE field between dashes: right on odd pages, left on even ones."""
    document = opened(_content(kind))
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for foot, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        [paragraph] = foot.paragraphs
        assert paragraph.text == "— 1 —"
        assert [i.text for i in paragraph._p.iter(qn("w:instrText"))] == [" PAGE "]
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side


@EACH
def test_the_head_names_title_and_version(kind: str) -> None:
    """Title and version stand at the head of odd and even pages."""
    document = opened(_content(kind))
    section = document.sections[0]
    title, version = document.core_properties.title, document.core_properties.version
    assert VERSION.fullmatch(version)
    for head in (section.header, section.even_page_header):
        assert head.paragraphs[0].text == f"{title}\t内容版本 {version}"
    assert document.paragraphs[0].text == title
    assert document.paragraphs[0].style.name == "Title"


@EACH
def test_only_styles_of_the_file_are_used(kind: str) -> None:
    """Every style named in the file is defined, and words are never set by hand but by style."""
    document = opened(_content(kind))
    known = {style.style_id for style in document.styles}
    for node in _every_element(document):
        if node.tag in (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
            assert node.get(qn("w:val")) in known
        if node.tag == qn("w:rPr"):
            assert {child.tag for child in node} <= {qn("w:rStyle"), qn("w:rFonts")}


@EACH
def test_headings_are_those_of_word(kind: str) -> None:
    """Headings have Word's own styles and levels, so that outline and contents find them."""
    document = opened(_content(kind))
    for level in (1, 2, 3):
        style = document.styles[f"Heading {level}"]
        assert style.builtin
        assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)
    assert any(p.style.name == "Heading 1" for p in document.paragraphs)


@pytest.mark.parametrize("kind", ["whole", "guide"])
def test_the_contents_are_a_field(kind: str) -> None:
    """The table of contents is a TOC field that begins and ends."""
    contents = opened(_content(kind)).element.body.find(qn("w:sdt"))
    kinds = [f.get(qn("w:fldCharType")) for f in contents.iter(qn("w:fldChar"))]
    assert [i.text for i in contents.iter(qn("w:instrText"))] == [r' TOC \o "1-2" \h \z \u ']
    assert kinds == ["begin", "separate", "end"]


@EACH
def test_chinese_fonts_are_named(kind: str) -> None:
    """Body, headings and title name their Chinese fonts, and no font is left to a theme."""
    document = opened(_content(kind))
    named = {
        style.style_id: fonts.get(qn("w:eastAsia"))
        for style in document.styles
        if style.element.rPr is not None
        and (fonts := style.element.rPr.find(qn("w:rFonts"))) is not None
    }
    assert named["Normal"] == "仿宋"
    assert named["Title"] == "方正小标宋简体"
    assert (named["Heading1"], named["Heading2"]) == ("黑体", "楷体")
    assert "Theme" not in zipfile.ZipFile(BytesIO(_content(kind))).read("word/styles.xml").decode()


@EACH
def test_each_font_has_others_to_stand_in(kind: str) -> None:
    """The font table names what to use where a computer lacks one of ours."""
    table = zipfile.ZipFile(BytesIO(_content(kind))).read("word/fontTable.xml").decode()
    for name, other in (
        ("仿宋", "仿宋_GB2312"),
        ("黑体", "SimHei"),
        ("楷体", "KaiTi"),
        ("方正小标宋简体", "华文中宋"),
    ):
        font = table.split(f'w:name="{name}"')[1].split("</w:font>")[0]
        assert other in font


@EACH
def test_places_and_lists_are_told_apart(kind: str) -> None:
    """No two bookmarks share a name or number, and every list that is used is defined."""
    document = opened(_content(kind))
    starts = list(document.element.body.iter(qn("w:bookmarkStart")))
    for attribute in ("name", "id"):
        values = [start.get(qn(f"w:{attribute}")) for start in starts]
        assert len(set(values)) == len(values)
    defined = {n.get(qn("w:numId")) for n in document.part.numbering_part.element.iter(qn("w:num"))}
    used = {n.get(qn("w:val")) for n in document.element.body.iter(qn("w:numId"))}
    assert used <= defined


@EACH
def test_the_file_is_complete_and_has_no_date(kind: str) -> None:
    """Every member is named in the list of contents; no clock and no other program shows."""
    archive = zipfile.ZipFile(BytesIO(_content(kind)))
    assert archive.testzip() is None
    assert archive.namelist()[0] == "[Content_Types].xml"
    assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = archive.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core
    assert "docProps/app.xml" not in archive.namelist()


_PRINT = """
import hashlib
from tests.exports.docx.test_file import KINDS, _content
for kind in KINDS:
    print(hashlib.sha256(_content(kind)).hexdigest())
"""


def test_the_same_data_gives_the_same_bytes() -> None:
    """Another process, time zone, locale and hash seed make the very same files."""
    elsewhere = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    told = subprocess.run(
        [sys.executable, "-c", _PRINT],
        cwd=REPOSITORY,
        env={**os.environ, **elsewhere},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert told == [hashlib.sha256(_content(kind)).hexdigest() for kind in KINDS]
