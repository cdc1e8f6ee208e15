"""The built tree: what is in it, and what stops it."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.data.project import Project
from macros.website import BuildError, build_tree
from tests.projects import edited, whole

NAUGHTY = "<script>alert(1)</script> & \"双\" '单' {{ 7 * 7 }} {% raw %} ${x} ` # --- *a*"


def _pages(site: Path) -> list[Path]:
    """Every page; what is downloaded and opened elsewhere is none."""
    return sorted(page for page in site.rglob("*.html") if page.parent.name != "downloads")


def test_progress_ends_at_the_total(tmp_path: Path) -> None:
    """Whoever waits is told every step, in order, up to the announced number."""
    told: list[tuple[int, int]] = []
    root, site = whole(tmp_path / "project"), tmp_path / "site"
    build_tree(Project(root), site, lambda *step: told.append(step), made={})
    total = told[0][1]
    assert told == [(done, total) for done in range(1, total + 1)]


def test_nothing_is_dated(site: Path) -> None:
    """No sitemap is written, since it would name the day of the build."""
    assert not list(site.rglob("sitemap*"))


def test_no_page_holds_inline_code(site: Path) -> None:
    """No built page has an inline script, style or event handler, the theme's own included."""
    inline = re.compile(
        r"<style[\s>]|\sstyle=|<[^>]*\son[a-z]+=|"
        r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>|=\"javascript:"
    )
    for page in _pages(site):
        assert inline.findall(page.read_text(encoding="utf-8")) == [], page.name


def test_every_page_has_its_landmarks(site: Path) -> None:
    """Each page has one h1, one main, a skip link to its content, and the promise in the footer."""
    for page in _pages(site):
        if page.name == "404.html":
            continue
        source = page.read_text(encoding="utf-8")
        assert len(re.findall(r"<h1[\s>]", source)) == 1, page
        assert source.count("<main") == 1, page
        assert 'href="#content" class="md-skip"' in source, page
        assert 'id="content"' in source, page
        assert "非官方整理，以正式印发的文件为准" in source, page


def test_the_missing_page_stands_alone(site: Path) -> None:
    """The page for a wrong address links from the site's root, as it may be shown at any depth."""
    source = (site / "404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src)="([^"]*)"', source)
    assert links
    assert all(link.startswith("/") for link in links)


def test_data_is_never_code(tmp_path: Path) -> None:
    """Script, template and Markdown syntax in the data is shown as the text it is."""
    root = whole(tmp_path / "project")
    quoted = "'" + NAUGHTY.replace("'", "''") + "'"
    edited(root, "data/registry/themes.yml", "label: 政治引领", f"label: {quoted}")
    build_tree(Project(root), tmp_path / "site", made={})
    page = tmp_path / "site" / "themes" / "political-leadership.html"
    source = page.read_text(encoding="utf-8")
    assert "<script>alert" not in source
    title = re.search(r"<title>(.*?) · ", source)
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", source, re.DOTALL)
    assert title is not None
    assert heading is not None
    for shown in (title[1], heading[1]):
        assert html.unescape(shown.strip()) == NAUGHTY


def test_an_edit_link_names_the_data_file(tmp_path: Path) -> None:
    """With an edit address configured, a page links to the file its data stands in."""
    root = whole(tmp_path / "project")
    address = "https://git.example.org/edit/{path}"
    edited(root, "mkdocs.yml", "  - clausebook:", f"  - clausebook:\n      edit_url: {address}")
    build_tree(Project(root), tmp_path / "site", made={})
    measure = (tmp_path / "site" / "cn24" / "m18.html").read_text(encoding="utf-8")
    about = (tmp_path / "site" / "about.html").read_text(encoding="utf-8")
    assert 'href="https://git.example.org/edit/data/documents/cn24/measures/m18.yml"' in measure
    assert 'href="https://git.example.org/edit/docs/about.md"' in about


def test_a_failing_template_stops_the_build(tmp_path: Path) -> None:
    """A template that asks for what its view does not hold is a failure, not an empty place."""
    root = whole(tmp_path / "project")
    template = root / "overrides" / "fragments" / "measure.html"
    source = template.read_text(encoding="utf-8")
    template.write_text(
        source.replace("{{ view.measure.title }}", "{{ view.numbr }}", 1), encoding="utf-8"
    )
    with pytest.raises(BuildError, match="numbr"):
        build_tree(Project(root), tmp_path / "site", made={})


def test_a_dangling_link_in_prose_stops_the_build(tmp_path: Path) -> None:
    """A warning of the site generator is a failure, and its words are kept."""
    root = whole(tmp_path / "project")
    with (root / "docs" / "about.md").open("a", encoding="utf-8") as about:
        about.write("\n[无此页](nowhere.md)\n")
    with pytest.raises(BuildError, match=r"nowhere\.md"):
        build_tree(Project(root), tmp_path / "site", made={})


def test_a_lost_insert_stops_the_build(tmp_path: Path) -> None:
    """An insert whose place Markdown does not keep is a failure."""
    root = whole(tmp_path / "project")
    with (root / "docs" / "about.md").open("a", encoding="utf-8") as about:
        about.write('\n`{{ insert("integrity") }}`\n')
    with pytest.raises(BuildError, match="integrity"):
        build_tree(Project(root), tmp_path / "site", made={})


def test_mkdocs_itself_refuses_faulty_data(tmp_path: Path) -> None:
    """``mkdocs build`` ends with an error and the report when the rules find one."""
    root = whole(tmp_path / "project")
    edited(root, "data/documents/cn24/measures/m18.yml", "title: 强化思想政治工作", "title: 强化")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(tmp_path / "site")],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "data/documents/cn24/measures/m18.yml:5" in done.stderr
