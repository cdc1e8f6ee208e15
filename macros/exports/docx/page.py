"""The page of office files: A4, margins, grid, header and numbered foot."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Mm

from macros.exports.docx.elements import field, paragraph, run
from macros.exports.docx.scale import Scale
from macros.exports.docx.xml import Element, element
from macros.exports.office import say


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
