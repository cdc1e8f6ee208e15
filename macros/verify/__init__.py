"""The verifier: reads a built site as a stranger would and holds it against data and source.

It shares no code with what made the pages: no views, no templates, no matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.diagnostics import Diagnostic
from macros.library import Library
from macros.location import Location
from macros.verify import content, links
from macros.verify.content import Accounted
from macros.verify.reading import BuiltPage, read

# Below this many pages a second process costs more than it saves.
_WORTH_A_POOL = 200


@dataclass(frozen=True, slots=True)
class Figures:
    """What was looked at, counted, and what was wrong, counted."""

    pages: int
    measures: int
    clauses: int
    duties: int
    cells: int
    links: int
    sources: tuple[tuple[str, Accounted], ...]
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
    site: Path, library: Library, *, on_page: Callable[[int, int], None] | None = None
) -> Verdict:
    """Hold the built site in the folder ``site`` against ``library``.

    ``on_page`` is told how many pages of how many have been read. Raises NotADirectoryError if
    ``site`` is no folder.
    """
    if not site.is_dir():
        raise NotADirectoryError(site)
    tree = _tree(site, on_page or (lambda done, total: None))
    accounts = [(d.id, content.source(d, tree.pages)) for d in library.documents]
    findings = [
        *content.texts(library, tree.pages),
        *content.structure(library, tree.pages),
        *(finding for _, (_, found) in accounts for finding in found),
        *links.references(tree),
        *links.ids(tree),
        *links.left_over(tree),
        *([] if tree.pages else [Diagnostic("V06", Location("index.html"), {"id": "index.html"})]),
    ]
    findings.sort(key=lambda finding: finding.order)
    accounted = tuple((id_, account) for id_, (account, _) in accounts)
    return Verdict(_figures(library, tree, findings, accounted), tuple(findings))


def _figures(
    library: Library,
    tree: links.Tree,
    findings: list[Diagnostic],
    sources: tuple[tuple[str, Accounted], ...],
) -> Figures:
    def count(*codes: str) -> int:
        return sum(finding.code in codes for finding in findings)

    pages = tree.pages.values()
    shown = {clause.id for page in pages for clause in page.clauses}
    duties = {duty.id for page in pages for duty in page.duties}
    cells = {(cell.measure, cell.role) for page in pages for cell in page.cells}
    return Figures(
        pages=len(tree.pages),
        measures=sum(all(c.id in shown for c in m.clauses) for m in library.measures),
        clauses=len(shown),
        duties=len(duties),
        cells=len(cells),
        links=sum(len(page.references) for page in pages),
        sources=sources,
        differences=count("V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08"),
        broken_links=count("V10", "V11"),
        duplicate_ids=count("V13"),
        outside_requests=count("V12"),
        left_over=count("V14"),
    )


def _tree(site: Path, on_page: Callable[[int, int], None]) -> links.Tree:
    files = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    paths = [path for path in files if path.endswith(".html")]
    pages: dict[str, BuiltPage] = {}
    for done, page in enumerate(_read_all(site, paths), start=1):
        pages[page.path] = page
        on_page(done, len(paths))
    styles = {
        path: (site / path).read_text(encoding="utf-8", errors="replace")
        for path in files
        if path.endswith(".css")
    }
    return links.Tree(frozenset(files), pages, styles)


def _read_all(site: Path, paths: list[str]) -> Iterator[BuiltPage]:
    reader: Callable[[str], BuiltPage] = partial(read, site)
    if len(paths) < _WORTH_A_POOL:
        yield from map(reader, paths)
        return
    with ProcessPoolExecutor() as pool:
        results: Iterable[BuiltPage] = pool.map(reader, paths, chunksize=16)
        yield from results
