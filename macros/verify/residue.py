"""What must not be left in a page: unrendered syntax, and code among the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.verify.dom import Node, find, line, value

# Unrendered Jinja and Markdown, text that was escaped twice, values no template should print.
_MARKS = (
    r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{: ?[#.]|\]\(|\*\*|!\[|Undefined"
    r"|<(?:built-in|function|macros\.)|\bobject at 0x|&(?:amp|lt|gt|quot|#\d+);"
)
_RESIDUE = re.compile(rf"{_MARKS}|^\s*#{{1,6}} |^\s*None\s*$")
# A page whose source has none of these has no residue and need not be looked at text by text.
_SIGNS = (
    *("{{", "}}", "{%", "%}", "{#", "#}", "{:", "](", "**", "!["),
    *("Undefined", "None", "object at 0x", "&lt;", "&amp;"),
)
_HEADING = re.compile(r">\s*#")
_VERBATIM = (
    "ancestor-or-self::*[self::code or self::pre or self::script or self::style"
    " or self::template or self::textarea"
    " or @data-clause or @data-title or @data-quote]"
)
# What a page's source has if an attribute holds code; a page without it need not be searched.
# Each begins with what is certain, which is searched for many times faster.
_ACTIVE = (
    re.compile(r"on(?<=[\s\"'/]on)[a-z]+\s*="),
    re.compile(r"style(?<=[\s\"'/]style)\s*="),
    re.compile(r"script:"),
)
_SPOKEN = ("title", "alt", "aria-label", "placeholder", "content", "value")
_INERT = {"application/json", "application/ld+json", "text/plain"}


def residue(tree: Node, source: str) -> Iterator[tuple[str, int]]:
    """Texts with what looks like syntax, outside of what is shown verbatim, with their lines."""
    if not (_HEADING.search(source) or any(sign in source for sign in _SIGNS)):
        return
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        for text, owner in ((node.text, node), (node.tail, node.getparent())):
            if suspect(text or "") and not (owner is not None and find(owner, _VERBATIM)):
                yield text or "", line(node)
        for name in _SPOKEN:
            if suspect(value(node, name)):
                yield value(node, name), line(node)


def suspect(text: str) -> bool:
    """Whether a text has what looks like syntax."""
    return _RESIDUE.search(text) is not None


def even(text: str) -> str:
    """A text with single blanks only."""
    return " ".join(text.split())


def left(text: str, held: Iterable[str]) -> str:
    """The stretch of ``text`` that looks like syntax and is not of the texts ``held``, or "".

    Blanks do not count; ``held`` has them ``even``.
    """
    text = even(text)
    if any(text in own for own in held):
        return ""
    for own in held:
        text = text.replace(own, "")
    found = _RESIDUE.search(text)
    return _around(text, found) if found else ""


def code(tree: Node, lowered: str) -> Iterator[tuple[str, int]]:
    """Whatever runs or restyles from inside the page instead of from a file of the site.

    ``lowered`` is the page's source in small letters.
    """
    for node in tree.iter("script"):
        if node.get("src") is None and value(node, "type") not in _INERT:
            yield "script", line(node)
    for node in tree.iter("style", "base", "iframe", "object", "embed"):
        yield str(node.tag), line(node)
    for node in tree.iter("meta"):
        if value(node, "http-equiv").lower() == "refresh":
            yield "refresh", line(node)
    if any(sign.search(lowered) for sign in _ACTIVE):
        yield from _attributes(tree)


def _attributes(tree: Node) -> Iterator[tuple[str, int]]:
    """Attributes that hold code: handlers of events, styles, addresses that are programs."""
    for node in find(tree, "//*[@*[starts-with(name(), 'on') or name() = 'style']]"):
        names = (str(name) for name in node.attrib)
        yield from ((n, line(node)) for n in names if n == "style" or n.startswith("on"))
    for node in find(tree, "//*[@href or @src or @action or @formaction]"):
        for name in ("href", "src", "action", "formaction"):
            address = value(node, name).strip()
            if address.lower().startswith(("javascript:", "vbscript:")):
                yield address, line(node)


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 10) : found.end() + 20].strip()
