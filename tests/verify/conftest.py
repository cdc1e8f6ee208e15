"""A built site in which faults can be planted."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest

from macros.data import load
from macros.knowledge import Library
from macros.system.version import data_version
from macros.text.diagnostics import Diagnostic
from macros.verify import Verdict, judge
from macros.verify.page import read
from macros.verify.tree import SiteTree, read_tree
from tests.conftest import ROOT

V = TypeVar("V")


@dataclass(frozen=True)
class Standard:
    """The built site, read once, and what it is held against."""

    tree: SiteTree
    library: Library
    version: str

    def verdict(self, tree: SiteTree) -> Verdict:
        """What the verifier says of a tree in place of the built one."""
        return judge(tree, self.library, self.version)


@dataclass
class Plot:
    """A copy of the built site to plant faults in; only the files that change are read anew."""

    standard: Standard
    tree: SiteTree

    def change(self, path: str, pattern: str, new: str) -> None:
        """Replace what ``pattern`` finds in a file, where it must stand exactly once."""
        text = (self.tree.folder / path).read_text("utf-8")
        changed, times = re.subn(pattern, new, text, flags=re.DOTALL)
        assert times == 1, f"{path}: {pattern} stands there {times} times"
        self.write(path, changed.encode())

    def add(self, html: str, path: str = "about.html") -> None:
        """Put ``html`` at the end of a page's text."""
        self.change(path, "</article>", html.replace("\\", "\\\\") + "</article>")

    def write(self, path: str, content: bytes) -> None:
        """Put a file into the site."""
        file = self.tree.folder / path
        file.unlink(missing_ok=True)  # it may be the standard's own file, by a second name
        file.write_bytes(content)
        self._look_again(path)

    def remove(self, path: str) -> None:
        """Take a file out of the site."""
        (self.tree.folder / path).unlink()
        self._look_again(path)

    @property
    def finding(self) -> Diagnostic:
        """The one finding there is."""
        (finding,) = self.findings
        return finding

    @property
    def findings(self) -> list[Diagnostic]:
        """What the verifier finds now."""
        return list(self.standard.verdict(self.tree).findings)

    def _look_again(self, path: str) -> None:
        tree, file = self.tree, self.tree.folder / path
        there = file.is_file()

        def again(held: Mapping[str, V], ending: str, reading: Callable[[], V]) -> dict[str, V]:
            others = {name: value for name, value in held.items() if name != path}
            return others | ({path: reading()} if there and path.endswith(ending) else {})

        self.tree = replace(
            tree,
            files=(tree.files - {path}) | ({path} if there else set()),
            pages=again(tree.pages, ".html", lambda: read(tree.folder, path)),
            styles=again(tree.styles, ".css", lambda: file.read_text("utf-8")),
            scripts=again(tree.scripts, ".js", lambda: file.read_text("utf-8")),
        )


@pytest.fixture(scope="session")
def standard(site: Path) -> Standard:
    """The site as it was built."""
    tree = read_tree(site, lambda done, total: None)
    return Standard(tree, load(ROOT).library, data_version(ROOT / "data"))


def _shared(source: str, target: str) -> None:
    """A second name for the file, which costs nothing, or on another disk a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@pytest.fixture
def plot(standard: Standard, tmp_path: Path) -> Plot:
    """A copy of the site of the test's own."""
    folder = tmp_path / "site"
    shutil.copytree(standard.tree.folder, folder, copy_function=_shared)
    return Plot(standard, replace(standard.tree, folder=folder))
