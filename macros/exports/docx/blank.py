"""The empty office file that every other one starts from."""

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

from macros.exports.docx import fonts, numbering, page, styles
from macros.exports.docx.scale import Scale

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
    page.lay_out(document, scale)
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
