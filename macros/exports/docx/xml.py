"""Elements of Word's markup, made in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement


def element(
    name: str, attributes: Mapping[str, object] | None = None, children: Iterable[Element] = ()
) -> Element:
    """The element ``w:name`` with ``w:`` attributes; Word wants children in its own order."""
    made = cast(Element, OxmlElement(f"w:{name}"))
    for key, value in (attributes or {}).items():
        made.set(qn(f"w:{key}"), str(value))
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
