"""Measure the build beside a plain mkdocs-material project of the same pages, as ratios.

Run with ``make bench``. Every figure is the wall time of a whole process on this machine, taken in
one run; the ratios are what travels.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from macros.data import load
from macros.model import Measure
from tests.synthetic import project

SMALL, LARGE = 24, 1008
PLAIN_CONFIG = """\
site_name: plain
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search]
"""
# A whole build, but for the files: check, pages, verification.
PAGES = """\
import sys
from pathlib import Path
from macros.check.project import check_project
from macros.data.project import Project
from macros.verify import verify
from macros.website import build_tree
project = Project(Path(sys.argv[1]))
library = check_project(project).library
build_tree(project, project.root / "pages", None, library, {})
verify(project.root / "pages", library, project.version)
"""


def _timed(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def _clausebook(folder: Path) -> float:
    return _timed([sys.executable, "-m", "macros", "build", "--root", str(folder)], folder)


def _pages_alone(folder: Path) -> float:
    return _timed([sys.executable, "-c", PAGES, str(folder)], folder)


def _plain(folder: Path) -> float:
    return _timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)


def _plain_project(folder: Path, of: Path) -> Path:
    """The same measures as hand-written Markdown pages."""
    (folder / "docs" / "cn24").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
    for measure in load(of).library.measures:
        path = folder / "docs" / "cn24" / f"{measure.id}.md"
        path.write_text(_markdown(measure), encoding="utf-8")
    return folder


def _markdown(measure: Measure) -> str:
    lines = [f"# {measure.number} {measure.title}"]
    for clause in measure.clauses:
        lines += ["", clause.text, ""]
        for duty in clause.duties:
            lines.append(f"- **{duty.do}** {duty.quote}")
            lines += [f"    - {who.role}: {who.degree} ({who.basis})" for who in duty.who]
    for question in measure.questions:
        lines += ["", f"## {question.text}", "", question.answer]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Take all figures and print them."""
    with tempfile.TemporaryDirectory() as temporary:
        workshop = Path(temporary)
        folders = {}
        for size in (SMALL, LARGE):
            folders[size] = workshop / str(size)
            folders[size].mkdir()
            project(folders[size], size)
        small_cold = _clausebook(folders[SMALL])
        small_again = _clausebook(folders[SMALL])
        small_pages = _pages_alone(folders[SMALL])
        large_pages = _pages_alone(folders[LARGE])
        plain_small = _plain(_plain_project(workshop / "plain-small", folders[SMALL]))
        plain_large = _plain(_plain_project(workshop / "plain-large", folders[LARGE]))
    rows = (
        ("all, cold", SMALL, small_cold, small_cold / plain_small),
        ("all, files kept", SMALL, small_again, small_again / plain_small),
        ("pages alone", SMALL, small_pages, small_pages / plain_small),
        ("pages alone", LARGE, large_pages, large_pages / plain_large),
        ("plain material", SMALL, plain_small, 1.0),
        ("plain material", LARGE, plain_large, 1.0),
    )
    print(f"{'build':<22}{'measures':>9}{'seconds':>9}{'x plain':>9}")  # noqa: T201
    for name, size, seconds, ratio in rows:
        print(f"{name:<22}{size:>9}{seconds:>9.1f}{ratio:>9.2f}")  # noqa: T201
    growth = (large_pages / small_pages) / (LARGE / SMALL)
    print(f"pages: time grows {growth:.2f} times as fast as the measures")  # noqa: T201


if __name__ == "__main__":
    main()
