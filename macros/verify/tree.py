"""A built site as its files: the pages and style sheets read, everything else by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from macros.verify.page import BuiltPage, read

# Scripts of the theme; they name hosts that they would ask only for what our pages do not use.
_THEME = "assets/javascripts/"


@dataclass(frozen=True, slots=True)
class SiteTree:
    """The files of a built site, as paths from its root.

    ``pages`` are its HTML files, read; ``styles`` and ``scripts`` the text of its style sheets and
    of its own scripts.
    """

    folder: Path
    files: Set[str]
    pages: Mapping[str, BuiltPage]
    styles: Mapping[str, str]
    scripts: Mapping[str, str]


def read_tree(folder: Path, on_page: Callable[[int, int], None]) -> SiteTree:
    """Read the site in ``folder``; ``on_page`` is told how many pages of how many are done."""
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    paths = [path for path in files if path.endswith(".html")]
    pages = {}
    for done, path in enumerate(paths, start=1):
        pages[path] = read(folder, path)
        on_page(done, len(paths))

    def texts(ending: str) -> dict[str, str]:
        return {
            path: (folder / path).read_text(encoding="utf-8", errors="replace")
            for path in files
            if path.endswith(ending) and not path.startswith(_THEME)
        }

    return SiteTree(folder, frozenset(files), pages, texts(".css"), texts(".js"))
