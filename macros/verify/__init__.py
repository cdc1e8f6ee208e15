"""The verifier: reads a built site as a stranger would and holds it against data and source.

It shares no code with what made the pages: no views, no templates, no matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.knowledge import Library, addresses
from macros.text.diagnostics import Diagnostic
from macros.verify import links
from macros.verify.degrees import parties
from macros.verify.difference import at
from macros.verify.files import files
from macros.verify.presence import presence, provenance
from macros.verify.residue import even, left, suspect
from macros.verify.source_text import Accounted, account
from macros.verify.texts import definitions, every_text, quotes, texts
from macros.verify.tree import SiteTree, read_tree

# What each figure counts; every code is counted once.
_BROKEN = ("V10", "V11")
_OUTSIDE = ("V12",)
_TWICE = ("V13",)
_RESIDUE = ("V14", "V18")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was looked at, counted, and what was wrong, counted.

    ``measures``, ``clauses`` and ``duties`` count those that a reader finds on some page;
    ``differences`` are all findings that are in no other figure.
    """

    pages: int
    measures: int
    clauses: int
    duties: int
    cells: int
    links: int
    sources: tuple[Accounted, ...]
    differences: int
    broken_links: int
    duplicate_ids: int
    outside_requests: int
    left_over: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings on a built site, in order of place, and the figures behind them."""

    figures: Figures
    findings: tuple[Diagnostic, ...]


def verify(
    site: Path,
    library: Library,
    version: str,
    *,
    on_page: Callable[[int, int], None] | None = None,
) -> Verdict:
    """Hold the built site in the folder ``site`` against ``library``, whose data is ``version``.

    ``on_page`` is told how many pages of how many have been read. Raises OSError if a file cannot
    be read.
    """
    return judge(read_tree(site, on_page or (lambda done, total: None)), library, version)


def judge(tree: SiteTree, library: Library, version: str) -> Verdict:
    """Hold a site that has been read against ``library``, whose data is ``version``."""
    accounts = [account(document, tree.pages) for document in library.documents]
    findings = [
        *presence(library, tree),
        *texts(library, tree.pages),
        *quotes(library, tree.pages),
        *definitions(library, tree.pages),
        *(finding for _, found in accounts for finding in found),
        *parties(library, tree.pages),
        *files(library, tree),
        *links.references(tree),
        *links.ids(tree),
        *links.orphans(tree),
        *links.citations(library, tree),
        *_pages(library, tree),
        *provenance(library, tree.pages, version),
    ]
    findings.sort(key=lambda finding: finding.order)
    sources = tuple(accounted for accounted, _ in accounts)
    figures = _figures(library, tree, findings, sources)
    return Verdict(figures, tuple(findings))


def _pages(library: Library, tree: SiteTree) -> Iterator[Diagnostic]:
    """V14 syntax that was not rendered, V18 code inside a page, V20 bytes that are no text."""
    some = any(page.residue for page in tree.pages.values())
    own = map(even, filter(suspect, every_text(library) if some else ()))
    held = sorted(own, key=len, reverse=True)
    for page in tree.pages.values():
        for text, line in page.residue:
            if stretch := left(text, held):
                yield at("V14", page.path, line, text=stretch)
        for text, line in page.code:
            # The page that is carried about alone has its style sheet within it.
            if (page.path, text) == (addresses.POCKET.page, "style"):
                continue
            yield at("V18", page.path, line, text=text)
        if not page.is_utf8:
            yield at("V20", page.path, 0)


def _figures(
    library: Library, tree: SiteTree, findings: list[Diagnostic], sources: tuple[Accounted, ...]
) -> Figures:
    def count(codes: tuple[str, ...]) -> int:
        return sum(finding.code in codes for finding in findings)

    pages = tree.pages.values()
    titles = {shown.id for page in pages for shown in page.titles if shown.seen}
    broken, twice, outside, left = map(count, (_BROKEN, _TWICE, _OUTSIDE, _RESIDUE))
    return Figures(
        pages=len(pages),
        measures=sum(measure.id in titles for measure in library.measures),
        clauses=len({shown.id for page in pages for shown in page.clauses if shown.seen}),
        duties=len({shown.id for page in pages for shown in page.duties if shown.seen}),
        cells=len({(cell.of, cell.role) for page in pages for cell in page.cells}),
        links=sum(len(page.references) for page in pages),
        sources=sources,
        differences=len(findings) - broken - twice - outside - left,
        broken_links=broken,
        duplicate_ids=twice,
        outside_requests=outside,
        left_over=left,
    )
