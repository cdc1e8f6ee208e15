"""A page in a shell is the page that MkDocs and its theme would make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.project import check_project
from macros.data.project import Project
from macros.pages.shell import HOLES, Shell, mark
from macros.website import build_tree
from tests.projects import edited, whole

# Lets MkDocs render a page of each kind wholly: its theme fills the blocks, and no shell is used.
_HOOK = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File


def on_files(files, config):
    pages = config.plugins["clausebook"].site.pages
    kinds = {(page.template, path.count("/"), page.document): path for path, page in pages.items()}
    chapters = {"editing/fields.html", "editing/diagnostics.html", "editing/coverage.html"}
    for file in list(files):
        if file.dest_uri in {*kinds.values(), *chapters}:
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=""))


@event_priority(100)
def on_page_content(html, page, config, files):
    site = config.plugins["clausebook"].site
    path = page.file.dest_uri
    if path not in site.pages:
        return html
    page.title = site.title(path)
    with open(config.config_file_path + ".whole", "a", encoding="utf-8") as told:
        told.write(path + "\\n")
    return site.body(path)
"""


def test_every_kind_of_page_is_what_mkdocs_itself_makes_of_it(tmp_path: Path) -> None:
    """One page of each template, depth and document, and each chapter, byte for byte."""
    root = whole(tmp_path / "project")
    address = "site_url: https://policy.example.org/base/\n"
    edited(root, "mkdocs.yml", "docs_dir: docs\n", f"docs_dir: docs\n{address}")
    library = check_project(Project(root)).library
    build_tree(Project(root), tmp_path / "shells", None, library, {})
    (root / "whole.py").write_text(_HOOK, encoding="utf-8")
    edited(root, "mkdocs.yml", "docs_dir: docs\n", "docs_dir: docs\nhooks: [whole.py]\n")
    # Hooks are refused by a check, and serve this test alone.
    build_tree(Project(root), tmp_path / "whole", None, library, {})
    paths = (root / "mkdocs.yml.whole").read_text(encoding="utf-8").split()
    assert len(paths) > 20
    for path in paths:
        made = (tmp_path / "shells" / path).read_text(encoding="utf-8")
        assert made == (tmp_path / "whole" / path).read_text(encoding="utf-8"), path
        assert f'<link rel="canonical" href="https://policy.example.org/base/{path}">' in made


def test_a_shell_is_filled_hole_by_hole() -> None:
    """What stands between the holes stays, and each hole has its block, whatever that holds."""
    shell = Shell.of("".join(f"<{hole}>{mark(hole)}" for hole in HOLES))
    filled = shell.filled({hole: f"{hole}{mark('title')}" for hole in HOLES})
    assert filled == "".join(f"<{hole}>{hole}{mark('title')}" for hole in HOLES)


@pytest.mark.parametrize("missing", HOLES)
def test_a_shell_without_a_hole_is_refused(missing: str) -> None:
    """A theme that shows one of the blocks not at all, or twice, cannot lend a shell."""
    marks = "".join(map(mark, HOLES))
    with pytest.raises(ValueError, match=missing):
        Shell.of(marks.replace(mark(missing), ""))
    with pytest.raises(ValueError, match=missing):
        Shell.of(marks + mark(missing))
