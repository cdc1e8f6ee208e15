"""Elements of Word's markup, made in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
