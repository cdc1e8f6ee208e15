"""The numbered lists of office files, numbered by Word itself."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from macros.exports.docx.elements import Element, element, valued
from macros.exports.docx.styles import DUTIES, INDENT, TASKS


def write(numbering: BaseOxmlElement) -> None:
    """Replace all lists: duties count 1. 2.; tasks count 1. 2. with options A. B. below each."""
    for known in list(numbering):
        numbering.remove(known)
    decimal, letter = ("decimal", "%1."), ("upperLetter", "%2.")
    numbering.append(_abstract(DUTIES, ((*decimal, "ListNumber"),)))
    numbering.append(_abstract(TASKS, ((*decimal, "Task"), (*letter, "Option"))))
    for each in (DUTIES, TASKS):
        numbering.append(element("num", {"numId": each}, (valued("abstractNumId", each),)))


def fresh(numbering: BaseOxmlElement, of: int) -> int:
    """A list of the kind ``of`` that counts from 1 again."""
    number = len(numbering.findall(numbering[-1].tag)) + 1
    start = element("lvlOverride", {"ilvl": 0}, (valued("startOverride", 1),))
    numbering.append(element("num", {"numId": number}, (valued("abstractNumId", of), start)))
    return number


def _abstract(kind: int, levels: tuple[tuple[str, str, str], ...]) -> Element:
    made = element(
        "abstractNum", {"abstractNumId": kind}, (valued("multiLevelType", "multilevel"),)
    )
    for depth, (figures, shown, style) in enumerate(levels):
        indent = {"left": (depth + 1) * INDENT, "hanging": INDENT}
        made.append(
            element(
                "lvl",
                {"ilvl": depth},
                (
                    valued("start", 1),
                    valued("numFmt", figures),
                    valued("pStyle", style),
                    valued("lvlText", shown),
                    valued("lvlJc", "left"),
                    element("pPr", children=(element("ind", indent),)),
                ),
            )
        )
    return made
