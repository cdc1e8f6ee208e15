"""The fonts of office files: by name, with what stands in where a computer lacks them."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from macros.exports.docx.elements import Element, element, valued
from macros.words.files import say

LATIN = "Times New Roman"
PURPOSES = ("body", "heading", "subheading", "title", "figures")

# Upright faces with serifs, and those without; Word looks for the like where a name is unknown.
_SERIF, _SANS = ("02010600030101010101", "auto"), ("02010609060101010101", "modern")
_LOOKS = {"heading": _SANS}


def face(purpose: str) -> Element:
    """The font for a purpose; marks that both scripts share are set in the Chinese one."""
    latin = say(f"font.{purpose}.name") if purpose == "figures" else LATIN
    return element(
        "rFonts",
        {
            "ascii": latin,
            "hAnsi": latin,
            "eastAsia": say(f"font.{purpose}.name"),
            "cs": LATIN,
            "hint": "eastAsia",
        },
    )


def describe(table: BaseOxmlElement) -> None:
    """Fill the font table: each font's other names, its looks and its character set."""
    for known in list(table):
        if known.get(qn("w:name")) != LATIN:
            table.remove(known)
    for purpose in PURPOSES:
        looks, family = _LOOKS.get(purpose, _SERIF)
        table.append(
            element(
                "font",
                {"name": say(f"font.{purpose}.name")},
                (
                    valued("altName", say(f"font.{purpose}.instead")),
                    valued("panose1", looks),
                    valued("charset", "86"),
                    valued("family", family),
                    valued("pitch", "variable"),
                ),
            )
        )
