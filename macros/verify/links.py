"""Whether the pages hold together: links, anchors, ids, and no other host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from macros.diagnostics import Diagnostic
from macros.location import Location
from macros.verify.finding import at
from macros.verify.references import script_addresses, style_addresses
from macros.verify.tree import Tree

_SILENT_SCHEMES = {"data", "mailto", "tel", "blob", "about"}
_TEXT_ANCHOR = re.compile(r":~:.*$")


def references(tree: Tree) -> Iterator[Diagnostic]:
    """V10 a file that is not there, V11 an anchor that is not there, V12 another host."""
    for page in tree.pages.values():
        for reference in page.references:
            place = Location(page.path, reference.line, 1 if reference.line else 0)
            yield from _follow(tree, page.path, reference.url, place, fetched=reference.fetched)
    for path, css in tree.styles.items():
        for url in style_addresses(css):
            yield from _follow(tree, path, url, Location(path), fetched=True)
    for path, script in tree.scripts.items():
        for url in script_addresses(script):
            yield at("V12", path, 0, url=url)


def ids(tree: Tree) -> Iterator[Diagnostic]:
    """V13 an id that a page has twice."""
    for page in tree.pages.values():
        seen: dict[str, int] = {}
        for id_, line in page.ids:
            if id_ in seen:
                yield Diagnostic(
                    "V13",
                    Location(page.path, line, 1),
                    {"id": id_},
                    also=(Location(page.path, seen[id_], 1),),
                )
            seen.setdefault(id_, line)


def _follow(
    tree: Tree, origin: str, url: str, place: Location, *, fetched: bool
) -> Iterator[Diagnostic]:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        yield Diagnostic("V10", place, {"url": url})
        return
    if parts.scheme in _SILENT_SCHEMES:
        return
    if parts.scheme or parts.netloc:
        # A link to elsewhere asks no host until somebody follows it; a fetched file does.
        if fetched or parts.scheme not in ("http", "https"):
            yield Diagnostic("V12", place, {"url": url})
        return
    path = unquote(parts.path)
    if path.startswith("/"):
        # A path from the root of the host breaks under a folder; only the 404 page has them, since
        # the server shows it at any depth.
        target = path.lstrip("/") if origin == "404.html" else "/"
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
        target = origin if not path else target
    if target.endswith("/") or target in ("", "."):
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target not in tree.files:
        yield Diagnostic("V10", place, {"url": url})
        return
    anchor = unquote(_TEXT_ANCHOR.sub("", parts.fragment))
    # A fragment like #part=p5 is the state of a page's filters, not a place on it.
    page = tree.pages.get(target)
    if anchor and "=" not in anchor and page is not None and anchor not in page.anchors:
        yield Diagnostic("V11", place, {"url": url, "id": anchor})
