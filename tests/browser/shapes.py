"""The few pages that together have all that a browser can treat differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
# Which file or which sort of thing these name is a difference; what else they hold are words.
_TELLING = frozenset({"src", "rel", "type", "role", "loading", "target", "rowspan", "colspan"})


class _Features(HTMLParser):
    """Each sort of element a page has, in what it stands, which attributes and classes it has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._open: list[tuple[str, str]] = [("", "")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        held = {name: value or "" for name, value in attrs}
        classes = sorted(held.get("class", "").split())
        sort = ".".join((tag, *classes))
        self.found.add(f"{self._open[-1][1]} > {sort}")
        self.found |= {f"{tag}[{name}]" for name in held}
        # From whatever depth: pages of one kind stand in folders of several.
        told = ((name, held[name].replace("../", "")) for name in _TELLING & held.keys())
        self.found |= {f"{tag}[{name}={value}]" for name, value in told}
        if tag not in _VOID:
            self._open.append((tag, sort))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that holds nothing, as a picture has them."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave the element, and those in it that end by themselves."""
        if any(name == tag for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass


def features(html: str) -> set[str]:
    """What a browser can treat differently in a page, its words aside."""
    page = _Features()
    page.feed(html)
    return page.found


def one_of_each(site: Path, paths: Iterable[str]) -> Iterator[str]:
    """Of ``paths`` in ``site``, those that have a feature which none before them has."""
    seen: set[str] = set()
    for path in paths:
        found = features((site / path).read_text(encoding="utf-8"))
        if not found <= seen:
            seen |= found
            yield path
