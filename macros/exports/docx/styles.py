"""The styles of office files, in the sizes of a document and of a working paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.oxml.xmlchemy import BaseOxmlElement

from macros.exports.docx import fonts
from macros.exports.docx.elements import Element, element, valued
from macros.model import Basis
from macros.words.files import say
from macros.words.vocabulary import word


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in points; ``line`` is the exact distance of lines, ``grid`` whether pages hold it."""

    name: str
    title: float
    body: float
    line: float
    grid: bool


# 22 lines on the 225 mm between the margins, in size three; after GB/T 9704-2012.
DOCUMENT = Scale("document", title=22, body=16, line=28.95, grid=True)
WORKING = Scale("working", title=18, body=12, line=20, grid=False)


# The width between the margins, and what lists are indented by, in twentieths of a point.
WIDTH = 8845
INDENT = 480
DUTIES, TASKS = 1, 2


@dataclass(frozen=True, slots=True)
class Style:
    """One style; sizes in points, indents in twentieths; ``chars`` indents the first line.

    ``line`` is the exact distance of lines, 0 for that of the style below; ``free`` lines leave the
    page's grid. ``numbering`` is a list of ``numbering.py`` and ``level`` a level of it.
    """

    id: str
    name: str
    size: float = 0
    font: str = ""
    kind: str = "paragraph"
    based: str = "Normal"
    following: str = ""
    bold: bool = False
    align: str = ""
    before: float = 0
    after: float = 0
    line: float = 0
    chars: int = 0
    left: int = 0
    hanging: int = 0
    keep: bool = False
    outline: int | None = None
    tab: str = ""
    ruled: bool = False
    free: bool = False
    numbering: int = 0
    level: int = 0


def house(scale: Scale) -> tuple[Style, ...]:
    """Every style at a scale; Word shows its own names of those it knows in its own language."""
    body, line = scale.body, scale.line
    small = Style("", "", size=10.5, line=16, free=True)
    cell = replace(small, size=10)
    brief = replace(small, size=9.5, line=13.5)
    contents = Style("", "", size=12, line=19, free=True, tab="dot")
    apart = 0 if scale.grid else line / 4
    heading = Style("", "", size=body, following="Clause", before=apart, keep=True, chars=2)
    task = Style("", "", left=INDENT, hanging=INDENT, numbering=TASKS)
    return (
        Style("Normal", "Normal", size=body, font="body", based="", line=line),
        Style("Title", "Title", scale.title, "title", align="center", after=line / 2),
        Style("Subtitle", "Subtitle", body, "subheading", align="center", after=line / 2),
        replace(heading, id="Heading1", name="heading 1", font="heading", outline=0),
        replace(heading, id="Heading2", name="heading 2", font="subheading", outline=1),
        replace(heading, id="Heading3", name="heading 3", bold=True, outline=2),
        Style("TOCHeading", "TOC Heading", body, "heading", align="center", keep=True),
        replace(contents, id="TOC1", name="toc 1"),
        replace(contents, id="TOC2", name="toc 2", left=INDENT),
        replace(small, id="Header", name="header", font="figures", tab="right", ruled=True),
        Style("Footer", "footer", 14, "figures"),
        Style("ListNumber", "List Number", left=INDENT, hanging=INDENT, numbering=DUTIES),
        Style("Clause", say("style.clause"), align="both", chars=2),
        replace(small, id="Note", name=say("style.note"), align="both"),
        replace(task, id="Task", name=say("style.task"), before=apart, keep=True),
        replace(task, id="Option", name=say("style.option"), level=1, left=2 * INDENT),
        Style("Reply", say("style.reply"), align="both", left=INDENT),
        Style("Line", say("style.line"), line=max(line, 24), tab="underscore"),
        replace(cell, id="Cell", name=say("style.cell")),
        replace(brief, id="Brief", name=say("style.brief"), left=INDENT // 2, hanging=INDENT // 2),
        replace(
            brief, id="BriefHead", name=say("style.brief.head"), font="heading", before=5, keep=True
        ),
        replace(
            cell,
            id="Number",
            name=say("style.number"),
            numbering=DUTIES,
            left=INDENT,
            hanging=INDENT,
        ),
        replace(cell, id="Head", name=say("style.head"), font="heading", align="center"),
        Style("Quoted", say("style.quote"), font="subheading", kind="character", based=""),
        Style("Stated", word(Basis.STATED), kind="character", based="", bold=True),
        Style("Inferred", word(Basis.INFERRED), font="subheading", kind="character", based=""),
    )


def write(styles: BaseOxmlElement, scale: Scale) -> None:
    """Replace all styles by those of the house; the list of Word's own latent ones stays."""
    for known in list(styles):
        if not known.tag.endswith("}latentStyles"):
            styles.remove(known)
    language = element("lang", {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"})
    defaults = element("rPr", children=(fonts.face("body"), valued("sz", 24), language))
    # Marks stay between the margins: one that hangs over leaves some readers an empty line.
    inside = element("pPr", children=(valued("overflowPunct", 0),))
    styles.insert(
        0,
        element(
            "docDefaults",
            children=(
                element("rPrDefault", children=(defaults,)),
                element("pPrDefault", children=(inside,)),
            ),
        ),
    )
    styles.extend(_style(style) for style in house(scale))
    styles.extend(_tables())


def _style(style: Style) -> Element:
    attributes = {"type": style.kind, "styleId": style.id}
    if not style.based and style.kind == "paragraph":
        attributes["default"] = "1"
    made = element("style", attributes, (valued("name", style.name),))
    if style.based:
        made.append(valued("basedOn", style.based))
    if style.following:
        made.append(valued("next", style.following))
    made.append(element("qFormat"))
    if style.kind == "paragraph":
        made.append(element("pPr", children=_paragraph(style)))
    made.append(element("rPr", children=_letters(style)))
    return made


def _paragraph(style: Style) -> Iterator[Element]:
    """Properties of paragraphs, in Word's order."""
    if style.keep:
        yield element("keepNext")
        yield element("keepLines")
    if style.numbering:
        numbers = (valued("ilvl", style.level), valued("numId", style.numbering))
        yield element("numPr", children=numbers)
    if style.ruled:
        rule = {"val": "single", "sz": 4, "space": 4, "color": "808080"}
        yield element("pBdr", children=(element("bottom", rule),))
    if style.tab:
        leader = "none" if style.tab == "right" else style.tab
        stop = element("tab", {"val": "right", "leader": leader, "pos": WIDTH})
        yield element("tabs", children=(stop,))
    if style.free:
        yield valued("snapToGrid", 0)
    spacing = {"before": round(style.before * 20), "after": round(style.after * 20)}
    exact = {"line": round(style.line * 20), "lineRule": "exact"} if style.line else {}
    yield element("spacing", spacing | exact)
    if style.chars:
        indent = {"firstLineChars": style.chars * 100, "firstLine": style.chars * INDENT // 2}
        yield element("ind", indent)
    elif style.left:
        yield element("ind", {"left": style.left, "hanging": style.hanging})
    if style.align:
        yield valued("jc", style.align)
    if style.outline is not None:
        yield valued("outlineLvl", style.outline)


def _letters(style: Style) -> Iterator[Element]:
    if style.font:
        yield fonts.face(style.font)
    if style.bold:
        yield element("b")
    if style.size:
        yield valued("sz", round(style.size * 2))
        yield valued("szCs", round(style.size * 2))


def _tables() -> Iterator[Element]:
    """The table without and the table with lines."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
    plain = element("tblCellMar", children=[_margin(side) for side in ("left", "right")])
    ruled = element("tblBorders", children=[element(side, line) for side in sides])
    yield element(
        "style",
        {"type": "table", "default": "1", "styleId": "TableNormal"},
        (valued("name", "Normal Table"), element("tblPr", children=(plain,))),
    )
    yield element(
        "style",
        {"type": "table", "styleId": "TableGrid"},
        (
            valued("name", "Table Grid"),
            valued("basedOn", "TableNormal"),
            element("tblPr", children=(ruled,)),
        ),
    )


def _margin(side: str) -> Element:
    return element(side, {"w": 85, "type": "dxa"})
