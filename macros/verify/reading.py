"""One built page as facts: what it shows, what it points to, which ids it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

# Attributes that make a browser fetch something, by element.
_FETCHES = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"),
    "video": ("src", "poster"),
}
# <link> relations that name an address without fetching it.
_ONLY_NAMED = {"canonical", "alternate", "prev", "next", "author", "license"}
_VERBATIM_TAGS = {"code", "pre", "script", "style", "template", "textarea"}
_LEFT_OVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{: ?[#.]|\]\(|\*\*|^\s*#{1,6} |!\[|Undefined"
    r"|<(?:built-in|macros\.)"
)
_STYLE_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(frozen=True, slots=True)
class Shown:
    """An element that carries a ``data-`` promise.

    ``id`` is the promised record's, ``anchor`` the element's own id, ``order`` its rank there,
    and ``text_of`` the document whose continuous text it is part of (``data-text-of``), or "".
    """

    id: str
    text: str
    line: int
    anchor: str
    order: int
    text_of: str


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A matrix cell as the page has it."""

    measure: str
    role: str
    degree: str
    basis: str
    line: int


@dataclass(frozen=True, slots=True)
class Reference:
    """An address on a page; ``fetched`` if opening the page asks for it."""

    url: str
    line: int
    fetched: bool


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of the built site; ``path`` is relative to the site's root, with forward slashes."""

    path: str
    ids: tuple[tuple[str, int], ...]
    references: tuple[Reference, ...]
    clauses: tuple[Shown, ...]
    titles: tuple[Shown, ...]
    quotes: tuple[Shown, ...]
    duties: tuple[Shown, ...]
    cells: tuple[ShownCell, ...]
    left_over: tuple[tuple[str, int], ...]

    @property
    def anchors(self) -> frozenset[str]:
        """All ids, as targets of links."""
        return frozenset(id_ for id_, _ in self.ids)


def read(site: Path, path: str) -> BuiltPage:
    """Parse ``site/path``. Raises OSError; broken HTML is read as a browser would."""
    parser = html.HTMLParser(encoding="utf-8")
    tree = html.document_fromstring((site / path).read_bytes() or b"<html></html>", parser=parser)
    elements = [node for node in tree.iter() if isinstance(node.tag, str)]
    return BuiltPage(
        path=path,
        ids=tuple((id_, _line(node)) for node in elements if (id_ := node.get("id")) is not None),
        references=tuple(ref for node in elements for ref in _references(node)),
        clauses=_shown(elements, "data-clause"),
        titles=_shown(elements, "data-title"),
        quotes=_shown(elements, "data-quote"),
        duties=_shown(elements, "data-duty"),
        cells=tuple(
            ShownCell(
                measure,
                node.get("data-role", ""),
                node.get("data-degree", ""),
                node.get("data-basis", ""),
                _line(node),
            )
            for node in elements
            if (measure := node.get("data-measure")) is not None
            and node.get("data-degree") is not None
        ),
        left_over=tuple(_left_over(elements)),
    )


def style_references(css: str) -> Iterator[str]:
    """Every address a style sheet fetches."""
    for found in _STYLE_ADDRESS.finditer(css):
        yield (found[1] or found[2]).strip()


def _line(node: html.HtmlElement) -> int:
    return node.sourceline or 0


def _shown(elements: list[html.HtmlElement], attribute: str) -> tuple[Shown, ...]:
    return tuple(
        Shown(id_, "".join(node.itertext()), _line(node), node.get("id", ""), order, _text_of(node))
        for order, node in enumerate(elements)
        if (id_ := node.get(attribute)) is not None
    )


def _text_of(node: html.HtmlElement) -> str:
    holder = next(node.iterancestors("*"), None)
    while holder is not None and holder.get("data-text-of") is None:
        holder = holder.getparent()
    return "" if holder is None else holder.get("data-text-of", "")


def _references(node: html.HtmlElement) -> Iterator[Reference]:
    tag = str(node.tag)
    if tag in ("a", "area") and node.get("href") is not None:
        yield Reference(node.get("href"), _line(node), fetched=False)
    if tag == "form" and node.get("action"):
        yield Reference(node.get("action"), _line(node), fetched=False)
    named = tag == "link" and set(node.get("rel", "").split()) & _ONLY_NAMED
    for attribute in _FETCHES.get(tag, ()):
        if node.get(attribute) is not None:
            yield Reference(node.get(attribute), _line(node), fetched=not named)
    for candidate in filter(None, node.get("srcset", "").split(",")):
        yield Reference(candidate.split()[0], _line(node), fetched=True)
    for address in style_references(node.get("style", "")):
        yield Reference(address, _line(node), fetched=True)
    if tag == "style":
        for address in style_references(node.text or ""):
            yield Reference(address, _line(node), fetched=True)


def _left_over(elements: list[html.HtmlElement]) -> Iterator[tuple[str, int]]:
    """Text that looks like template or Markdown syntax, outside of what is shown verbatim."""
    for node in elements:
        for text, owner in ((node.text, node), (node.tail, node.getparent())):
            if text and (found := _LEFT_OVER.search(text)) and not _is_verbatim(owner):
                yield text[max(0, found.start() - 10) : found.end() + 20].strip(), _line(node)


def _is_verbatim(node: etree._Element | None) -> bool:
    while node is not None:
        if node.tag in _VERBATIM_TAGS:
            return True
        if any(node.get(name) is not None for name in ("data-clause", "data-quote", "data-title")):
            return True
        node = node.getparent()
    return False
