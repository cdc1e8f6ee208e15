"""Elements of Word's markup: paragraphs, tables and fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

_SPACE = {"w": nsmap["w"]}


def element(
    name: str, attributes: Mapping[str, object] | None = None, children: Iterable[Element] = ()
) -> Element:
    """The element ``w:name`` with ``w:`` attributes; Word wants children in its own order."""
    told = {_full(key): str(value) for key, value in (attributes or {}).items()}
    made = cast(Element, oxml_parser.makeelement(_full(name), told, nsmap=_SPACE))
    made.extend(children)
    return made


def valued(name: str, value: object) -> Element:
    """An element that only holds a value."""
    return element(name, {"val": value})


def text(words: str, name: str = "t") -> Element:
    """An element that holds words, blanks included."""
    made = element(name)
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made


@cache
def _full(name: str) -> str:
    return qn(f"w:{name}")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style of letters, or in that of their paragraph."""

    text: str
    style: str = ""


def paragraph(
    style: str,
    content: Iterable[Element],
    *,
    numbering: int = 0,
    level: int = 0,
    new_page: bool = False,
) -> Element:
    """A paragraph in a style; ``numbering`` overrides the list that the style belongs to."""
    properties = element("pPr", children=(valued("pStyle", style),))
    if new_page:
        properties.append(element("pageBreakBefore"))
    if numbering:
        properties.append(
            element("numPr", children=(valued("ilvl", level), valued("numId", numbering)))
        )
    return element("p", children=(properties, *content))


def run(words: Run | str) -> Element:
    """Words as they stand, tabulators as such."""
    words = words if isinstance(words, Run) else Run(words)
    properties = element("rPr")
    if words.style:
        properties.append(valued("rStyle", words.style))
    properties.append(element("rFonts", {"hint": "eastAsia"}))
    made = element("r", children=(properties,))
    for at, piece in enumerate(words.text.split("\t")):
        if at:
            made.append(element("tab"))
        if piece:
            made.append(text(piece))
    return made


def bookmarked(name: str, number: int, content: Iterable[Element]) -> Iterator[Element]:
    """``content`` as the place called ``name``; ``number`` is unique in the file."""
    yield element("bookmarkStart", {"id": number, "name": name})
    yield from content
    yield element("bookmarkEnd", {"id": number})


def field(code: str, shown: Iterable[Element]) -> Iterator[Element]:
    """A field; ``shown`` stands there until Word works it out."""
    yield opened(code)
    yield from shown
    yield closed()


def opened(code: str) -> Element:
    """A field's beginning, up to what it shows."""
    begin, separate = (element("fldChar", {"fldCharType": kind}) for kind in ("begin", "separate"))
    return element("r", children=(begin, text(f" {code} ", "instrText"), separate))


def closed() -> Element:
    """A field's end."""
    return element("r", children=(element("fldChar", {"fldCharType": "end"}),))


def table(widths: Sequence[int], rows: Iterable[Element], title: str) -> Element:
    """A ruled table with fixed ``widths`` in twentieths; ``title`` is read to those who listen."""
    return element(
        "tbl",
        children=(
            element(
                "tblPr",
                children=(
                    valued("tblStyle", "TableGrid"),
                    element("tblW", {"w": sum(widths), "type": "dxa"}),
                    element("tblLayout", {"type": "fixed"}),
                    valued("tblCaption", title),
                ),
            ),
            element("tblGrid", children=[element("gridCol", {"w": width}) for width in widths]),
            *rows,
        ),
    )


def row(
    widths: Sequence[int],
    cells: Iterable[Sequence[Element]],
    *,
    head: bool = False,
    height: int = 0,
) -> Element:
    """A row that stays on one page; a ``head`` is repeated on each, ``height`` leaves room."""
    properties = element("trPr", children=(element("cantSplit"),))
    if height:
        properties.append(element("trHeight", {"val": height, "hRule": "atLeast"}))
    if head:
        properties.append(element("tblHeader"))
    made = element("tr", children=(properties,))
    for width, content in zip(widths, cells, strict=True):
        sized = element("tcPr", children=(element("tcW", {"w": width, "type": "dxa"}),))
        made.append(element("tc", children=(sized, *(content or (paragraph("Cell", ()),)))))
    return made
