"""Every address on a page, and whether opening the page fetches it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.verify.dom import Node, find, line, text, value

_XLINK = "{http://www.w3.org/1999/xlink}href"
# Attributes that make a browser fetch something, by element.
_FETCHES = {
    "audio": ("src",),
    "body": ("background",),
    "embed": ("src",),
    "feimage": ("href", _XLINK, "xlink:href"),
    "iframe": ("src",),
    "image": ("href", _XLINK, "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", _XLINK, "xlink:href"),
    "video": ("src", "poster"),
}
# Attributes whose address is asked for only when the reader acts.
_NAMES = {
    "a": ("href", _XLINK, "xlink:href"),
    "area": ("href",),
    "button": ("formaction",),
    "form": ("action",),
}
# <link> relations that name an address without fetching it.
_ONLY_NAMED = {"canonical", "alternate", "prev", "next", "author", "license"}
# The attribute ``style``; what is certain comes first, which is searched for faster.
_STYLE = re.compile(r"style(?<=[\s\"'/]style)\s*=")
_STYLE_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
_SCRIPT_ADDRESS = re.compile(r"\b(?:https?|wss?)://[^\s'\"`<>]+")
_CALL = re.compile(r"[\w.]+\((.*)\);?\s*", re.ASCII | re.DOTALL)
# Names of vocabularies that look like addresses; nothing is fetched from there.
_NAMESPACES = (
    "http://www.w3.org/",
    "http://schemas.openxmlformats.org/",
    "http://purl.org/",
)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address on a page; ``fetched`` if opening the page asks for it.

    ``words`` are those that a reader follows it by.
    """

    url: str
    line: int
    fetched: bool
    words: str = ""


def references(tree: Node, lowered: str) -> Iterator[Reference]:
    """The addresses of a page, whose source in small letters is ``lowered``."""
    for node in tree.iter(*_FETCHES, *_NAMES):
        tag = str(node.tag)
        named = tag == "link" and bool(set(value(node, "rel").split()) & _ONLY_NAMED)
        for attribute in _FETCHES.get(tag, ()):
            if node.get(attribute) is not None:
                yield Reference(value(node, attribute), line(node), fetched=not named)
        for attribute in _NAMES.get(tag, ()):
            if node.get(attribute) is not None:
                yield Reference(value(node, attribute), line(node), False, _words(node))
    # To look for a name in a text is many times faster than to look for it in a tree.
    more = "srcset" in lowered or _STYLE.search(lowered)
    for node in find(tree, "//*[@srcset or @style]") if more else ():
        for candidate in filter(None, map(str.split, value(node, "srcset").split(","))):
            yield Reference(candidate[0], line(node), fetched=True)
        for url in style_addresses(value(node, "style")):
            yield Reference(url, line(node), fetched=True)
    for node in tree.iter("style"):
        for url in style_addresses(node.text or ""):
            yield Reference(url, line(node), fetched=True)


def _words(node: Node) -> str:
    return text(node).strip() or value(node, "aria-label")


def style_addresses(css: str) -> Iterator[str]:
    """Every address a style sheet fetches."""
    for found in _STYLE_ADDRESS.finditer(css):
        yield (found[1] or found[2]).strip()


def script_addresses(script: str) -> Iterator[str]:
    """Every whole address in a script; names of vocabularies are none, nor is what data says."""
    if _is_data(script):
        return
    for found in _SCRIPT_ADDRESS.finditer(script):
        if not found[0].startswith(_NAMESPACES):
            yield found[0]


def _is_data(script: str) -> bool:
    """Whether a script does nothing but hand over one value of JSON, as the search index does."""
    call = _CALL.fullmatch(script)
    try:
        return call is not None and isinstance(json.loads(call[1]), dict | list)
    except ValueError:
        return False
