"""Whether every record has its page, every page what it must show, and all say their source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from macros.knowledge import Library, addresses
from macros.text.diagnostics import Diagnostic
from macros.verify.difference import at, missing
from macros.verify.expected import Owed, owing
from macros.verify.page import BuiltPage
from macros.verify.tree import SiteTree


def presence(library: Library, tree: SiteTree) -> Iterator[Diagnostic]:
    """V09 a page that is missing, V06 and V15 what is missing or hidden on it, V16 a wrong heading.

    V06 as well for a duty that no guide reads; V07 a page or a duty that no data holds.
    """
    owed = tuple(owing(library))
    for page in owed:
        if page.address.page not in tree.files:
            yield at("V09", page.address.page, 0)
        elif (built := tree.pages.get(page.address.page)) is not None:
            yield from _pays(built, page)
    yield from _unstudied(library, tree)
    yield from _strangers(library, tree, {page.address.page for page in owed})


def _unstudied(library: Library, tree: SiteTree) -> Iterator[Diagnostic]:
    """Every duty stands, where readers see it, on the page of one study guide at least."""
    folder = addresses.STUDY.page.removesuffix(".html") + "/"
    studied = {
        shown.id
        for path, page in tree.pages.items()
        if path.startswith(folder) and path != addresses.CARDS.page
        for shown in page.duties
        if shown.seen
    }
    for found in library.duties if addresses.STUDY.page in tree.pages else ():
        if found.duty.id not in studied:
            yield missing(addresses.STUDY.page, found.duty.id)


def _pays(page: BuiltPage, owed: Owed) -> Iterator[Diagnostic]:
    if owed.name and not (owed.name in page.title and any(owed.name in h for h in page.heads)):
        yield at("V16", page.path, 0, expected=owed.name)
    for ids, shown in (
        (owed.clauses, page.clauses),
        (owed.titles, page.titles),
        (owed.duties, page.duties),
    ):
        there = {s.id for s in shown}
        seen = {s.id for s in shown if s.seen}
        for id_ in ids:
            if id_ not in there:
                yield missing(page.path, id_)
            elif id_ not in seen:
                yield at("V15", page.path, 0, id=id_)
    for id_ in owed.anchored:
        if id_ not in page.anchors:
            yield missing(page.path, f"#{id_}")
    if owed.defined and owed.defined not in {shown.id for shown in page.definitions}:
        yield missing(page.path, owed.defined)
    words = {(quote.id, quote.text) for quote in page.quotes if quote.seen}
    said: dict[str, list[str]] = {}
    for one in page.duties:
        said.setdefault(one.id, []).append(one.text)
    for found in owed.told:
        duty = found.duty
        if (found.clause.id, duty.quote) not in words:
            yield missing(page.path, f"{duty.id}: {duty.quote}")
        if not any(duty.do in text for text in said.get(duty.id, ())):
            yield missing(page.path, f"{duty.id}: {duty.do}")


def _strangers(library: Library, tree: SiteTree, owed: set[str]) -> Iterator[Diagnostic]:
    """Pages in a folder of records for which there is no record, and duties that there are not."""
    folders = {"roles", "mechanisms", "terms", "themes", *(d.id for d in library.documents)}
    for path in tree.pages:
        if path.split("/")[0] in folders and "/" in path and path not in owed:
            yield at("V07", path, 0, id=path)
    known = {duty.id for measure in library.measures for duty in measure.duties}
    for page in tree.pages.values():
        for shown in page.duties:
            if shown.id not in known:
                yield at("V07", page.path, shown.line, id=shown.id)


# A server shows it for any address, so it stands outside of the site's frame.
_NO_PAGE = "404.html"


def provenance(
    library: Library, pages: Mapping[str, BuiltPage], version: str
) -> Iterator[Diagnostic]:
    """V17 pages without the version of this data, as one finding; V06 a source's digest."""
    stale = [p.path for p in pages.values() if version not in p.literals and p.path != _NO_PAGE]
    if stale:
        yield at("V17", stale[0], 0, version=version, count=str(len(stale)))
    for document in library.documents:
        page = pages.get(addresses.of_document(document).page)
        digest = hashlib.sha256(document.text.encode()).hexdigest()
        if page is not None and digest not in page.literals:
            yield missing(page.path, f"SHA-256 {digest}")
