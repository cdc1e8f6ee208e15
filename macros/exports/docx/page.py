"""The empty office file that others start from: A4, margins, grid, header, numbered foot."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Mm

from macros.exports.docx import fonts, numbering, styles
from macros.exports.docx.elements import Element, element, field, paragraph, run
from macros.exports.docx.styles import Scale
from macros.words.files import say


def lay_out(document: Document, scale: Scale) -> None:
    """Size, margins, grid, and page numbers outside: right on odd pages, left on even ones."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(24), Mm(23)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:
        section._sectPr.remove(grid)
    if scale.grid:
        pitch = {"type": "lines", "linePitch": round(scale.line * 20)}
        section._sectPr.append(element("docGrid", pitch))
    document.settings.odd_and_even_pages_header_footer = True
    _fill(section.footer, _number("right"))
    _fill(section.even_page_footer, _number("left"))


def head(document: Document, title: str, version: str) -> None:
    """Title and data version at the head of every page."""
    section = document.sections[0]
    words = f"{title}\t{say('page.version', version=version)}"
    for header in (section.header, section.even_page_header):
        _fill(header, paragraph("Header", (run(words),)))


def _number(side: str) -> Element:
    before, after = say("page.number").split("{number}")
    made = paragraph("Footer", (run(before), *field("PAGE", (run("1"),)), run(after)))
    properties = made[0]
    properties.append(element("ind", {f"{side}Chars": 100, side: 280}))
    properties.append(element("jc", {"val": side}))
    return made


def _fill(part: _Header | _Footer, content: Element) -> None:
    part.is_linked_to_previous = False
    holder = part._element
    for known in list(holder):
        holder.remove(known)
    holder.append(content)


_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"

# Parts of the library's template that nothing here uses.
_LEFT_OUT = (REL.THUMBNAIL, REL.EXTENDED_PROPERTIES, REL.CUSTOM_XML, _EFFECTS)
_SETTINGS_LEFT_OUT = ("savePreviewPicture", "rsids", "doNotAutoCompressPictures", "shapeDefaults")


def blank(scale: Scale) -> Document:
    """A new file with the styles, lists and page of the house."""
    return docx.Document(BytesIO(_blank(scale)))


@cache
def _blank(scale: Scale) -> bytes:
    document = docx.Document()
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in _LEFT_OUT]:
            del rels[key]
    styles.write(document.styles.element, scale)
    numbering.write(document.part.numbering_part.element)
    _describe_fonts(document)
    _settle(document)
    lay_out(document, scale)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _describe_fonts(document: Document) -> None:
    part = document.part.part_related_by(REL.FONT_TABLE)
    table = parse_xml(part.blob)
    fonts.describe(table)
    described = Part(part.partname, part.content_type, serialize_part_xml(table), part.package)
    for rel in document.part.rels.values():
        if rel.reltype == REL.FONT_TABLE:
            rel._target = described


def _settle(document: Document) -> None:
    """Settings of today's Word and of Chinese text."""
    settings = document.settings.element
    for name in _SETTINGS_LEFT_OUT:
        for known in settings.findall(qn(f"w:{name}")):
            settings.remove(known)
    for name, attribute, value in (
        ("zoom", "percent", "100"),
        ("defaultTabStop", "val", "420"),
        ("characterSpacingControl", "val", "compressPunctuation"),
        ("themeFontLang", "eastAsia", "zh-CN"),
    ):
        known = settings.find(qn(f"w:{name}"))
        if known is not None:
            known.set(qn(f"w:{attribute}"), value)
    for known in settings.iter(qn("w:compatSetting")):
        if known.get(qn("w:name")) == "compatibilityMode":
            known.set(qn("w:val"), "15")
