"""Whether the pages hold together: links, anchors, ids, and no other host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import unquote, urlsplit

from macros.knowledge import Library, addresses
from macros.model import Part
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.verify.difference import at
from macros.verify.references import script_addresses, style_addresses
from macros.verify.tree import SiteTree

# Schemes that ask no host; "javascript" is code, which V18 names.
_SILENT_SCHEMES = {"data", "mailto", "tel", "blob", "about", "javascript"}
_NUMBER = re.compile(r"[0-9]+")
# An item begins with its number in brackets, of up to four signs.
_ITEM_NUMBER = 6
_TEXT_ANCHOR = re.compile(r":~:.*$")
# A server shows this page for any address, so it names others from the root of the host.
_ANYWHERE = "404.html"
# An address without a path leads to the page that it stands on.
_OF_THE_PAGE = re.compile(r"\s*(?:[#?]|$)")


@dataclass(frozen=True, slots=True)
class _Target:
    """Where an address leads: a file of the site and an anchor, or another host, or nowhere."""

    file: str = ""
    anchor: str = ""
    outside: bool = False
    web: bool = False


def references(tree: SiteTree) -> Iterator[Diagnostic]:
    """V10 a file that is not there, V11 an anchor that is not there, V12 another host."""
    anchors = {path: page.anchors for path, page in tree.pages.items()}
    for page in tree.pages.values():
        # The page that is carried about alone has no other file beside it.
        there = {page.path} if page.path == addresses.POCKET.page else tree.files
        for reference in page.references:
            target = _target(page.path, reference.url)
            url = reference.url
            if target is None:
                continue
            if target.outside:
                # A link to elsewhere asks no host until somebody follows it; a fetched file does.
                if reference.fetched or not target.web:
                    yield at("V12", page.path, reference.line, url=url)
            elif target.file not in there:
                yield at("V10", page.path, reference.line, url=url)
            elif target.anchor and target.anchor not in anchors.get(target.file, target.anchor):
                yield at("V11", page.path, reference.line, url=url, id=target.anchor)
    for path, css in tree.styles.items():
        for url in style_addresses(css):
            target = _target(path, url)
            if target is not None and (target.outside or target.file not in tree.files):
                yield at("V12" if target.outside else "V10", path, 0, url=url)
    for path, script in tree.scripts.items():
        for url in script_addresses(script):
            yield at("V12", path, 0, url=url)


def ids(tree: SiteTree) -> Iterator[Diagnostic]:
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


def orphans(tree: SiteTree) -> Iterator[Diagnostic]:
    """V25 a page to which no chain of links leads from the home page."""
    reached: set[str] = set()
    waiting = [addresses.HOME.page, _ANYWHERE]
    while waiting:
        path = waiting.pop()
        if path in tree.pages and path not in reached:
            reached.add(path)
            found = (_target(path, link.url) for link in tree.pages[path].references)
            waiting += [target.file for target in found if target is not None]
    for path in tree.pages.keys() - reached:
        yield at("V25", path, 0)


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a link may call a measure or a clause: names that hold digits, and its numbers.

    ``measure`` are the ways to number the measure, in the text and through the document; ``parts``
    the digits in the numbers of the parts it stands in. ``clause`` are the ways to number the
    clause in its measure, none for a measure.
    """

    names: tuple[str, ...]
    parts: tuple[int, ...]
    measure: frozenset[tuple[int, ...]]
    clause: frozenset[tuple[int, ...]] = frozenset()

    def fits(self, named: tuple[int, ...]) -> bool:
        """Whether ``named`` numbers this one; by the clause alone, or the measure twice, too."""
        meant = set(self.clause)
        for measure in self.measure:
            for clause in self.clause or {()}:
                meant |= {(*self.parts[n:], *measure, *clause) for n in range(len(self.parts) + 1)}
        return named in meant or any({*named} == {*numbers} for numbers in meant)


def citations(library: Library, tree: SiteTree) -> Iterator[Diagnostic]:
    """V26 a link whose words name another measure or clause by number than the one it leads to."""
    cited = dict(_cited(library))
    for path, built in tree.pages.items():
        for link in built.references:
            target = _target(path, link.url) if _NUMBER.search(link.words) else None
            if target is None:
                continue
            meant = cited.get(str(addresses.Address(target.file, target.anchor)))
            named = numbers_beside(meant.names, link.words) if meant else ()
            if meant and named and not meant.fits(named):
                yield at("V26", path, link.line, url=link.url, numbers=" ".join(map(str, named)))


def _cited(library: Library) -> Iterator[tuple[str, _Cited]]:
    """What each page of a measure, and each clause on it, may be called."""
    for found in library.clauses:
        document, measure = found.document, found.measure
        around = tuple(_around(library, measure.part))
        titles = (measure.title, document.facts.title.value or "", document.short_title)
        names = tuple(
            name for name in (*titles, *(part.title for part in around)) if _NUMBER.search(name)
        )
        printed = _digits(measure.printed)
        numbers = frozenset({(measure.number,), printed, (*printed, measure.number)} - {()})
        parts = tuple(n for part in around for n in _digits(part.numeral))
        whole = _Cited(names, parts, numbers)
        yield addresses.of_measure(document, measure).page, whole
        item = _digits(found.clause.text[:_ITEM_NUMBER])
        clause = frozenset({(found.ordinal,), item} - {()})
        yield str(addresses.of_clause(found)), replace(whole, clause=clause)


def _around(library: Library, id_: str) -> Iterator[Part]:
    """A part with those around it, outermost first."""
    part = library.part(id_)
    if part is not None:
        yield from _around(library, part.within) if part.within else ()
        yield part


def _digits(words: str) -> tuple[int, ...]:
    return tuple(map(int, _NUMBER.findall(words)))


def numbers_beside(names: Iterable[str], words: str) -> tuple[int, ...]:
    """The numbers in the words of a link, but those of ``names``, which may be cut short there."""
    for name in sorted(names, key=len, reverse=True):
        cut = (f"{name[:end]}\N{HORIZONTAL ELLIPSIS}" for end in range(len(name) - 1, 0, -1))
        for shown in (name, *cut):
            words = words.replace(shown, "")
    return _digits(words)


def _target(origin: str, url: str) -> _Target | None:
    """Where ``url`` leads from the page ``origin``; None if it asks nothing of any site."""
    # Most pages of a folder have most of their links in common.
    here = origin if origin == _ANYWHERE else posixpath.dirname(origin)
    return _elsewhere(here, url) if not _OF_THE_PAGE.match(url) else _resolved(origin, url)


@cache
def _elsewhere(here: str, url: str) -> _Target | None:
    """Where ``url`` leads from any page of the folder ``here``, or from the page ``_ANYWHERE``."""
    return _resolved(here if here == _ANYWHERE else posixpath.join(here, "-"), url)


@cache
def _resolved(origin: str, url: str) -> _Target | None:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return _Target()
    if parts.scheme in _SILENT_SCHEMES:
        return None
    if parts.scheme or parts.netloc:
        return _Target(outside=True, web=parts.scheme in ("http", "https"))
    path = unquote(parts.path)
    if path.startswith("/"):
        # Under a folder of a host, or from a folder of a disk, such an address leads astray.
        file = path.lstrip("/") if origin == _ANYWHERE else "/"
    else:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
        file = origin if not path else file
    if path.endswith("/") or file in ("", "."):
        file = posixpath.normpath(posixpath.join(file, "index.html"))
    anchor = unquote(_TEXT_ANCHOR.sub("", parts.fragment))
    # A fragment like #part=p5 is the state of a page's filters, not a place on it.
    return _Target(file, "" if "=" in anchor else anchor)
