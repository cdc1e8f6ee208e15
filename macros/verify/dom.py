"""A parsed page, as the readers of facts ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, cast

from lxml import etree

Node: TypeAlias = etree._Element


def parse(content: bytes) -> Node:
    """A page as a browser would read it, however broken it is."""
    # Not lxml.html's own parser: that asks for a class for every element.
    try:
        tree = etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))
    except etree.LxmlError:  # a file without any element, such as an empty one
        tree = None
    return etree.fromstring(b"<html></html>", etree.HTMLParser()) if tree is None else tree


def find(under: Node, path: str) -> list[Node]:
    """The elements that an XPath finds, in the order of the page."""
    return cast(list[Node], under.xpath(path))


def strings(under: Node, path: str) -> list[str]:
    """The texts or attribute values that an XPath finds; each knows its ``getparent()``."""
    return cast(list[str], under.xpath(path))


def text(node: Node) -> str:
    """All text inside an element, as ``textContent`` gives it."""
    return "".join(map(str, node.itertext())) if len(node) else node.text or ""


def line(node: Node) -> int:
    """The line of the page's source where the element opens, from 1; 0 if it is not known."""
    return cast(int, node.sourceline or 0)


def value(node: Node, name: str) -> str:
    """An attribute's value, or ""."""
    return str(node.get(name, ""))


def upwards(node: Node) -> Iterator[Node]:
    """The element itself, its parent, and so on."""
    yield node
    yield from node.iterancestors()
