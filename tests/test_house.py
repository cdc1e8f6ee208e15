"""The house rules, as facts about the tree."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

from tests import house
from tests.house import ROOT

# Which rooms may know which library.
ONLY_IN = {
    "mkdocs": ("macros.website",),
    "mkdocs_macros": ("macros.website",),
    "yaml": ("macros.yaml",),
    "jinja2": ("macros.views.render",),
    "typer": ("macros.cli",),
    "rich": ("macros.cli",),
    "watchfiles": ("macros.commands.preview", "macros.commands.check"),
    "lxml": ("macros.verify",),
    "tinycss2": ("macros.views.stylesheet",),
    "typst": ("macros.system.fonts", "macros.exports.pdf"),
    "docx": ("macros.exports.docx", "macros.importing.word"),
    "xlsxwriter": ("macros.exports.xlsx",),
    "icalendar": ("macros.exports.ics",),
    "genanki": ("macros.exports.anki",),
}


def test_imports_point_down() -> None:
    """No room imports from a floor above its own, and no rooms import each other in a circle."""
    assert house.arrows_up() == ()
    assert house.circle() == ()
    assert {room for arrow in house.arrows() for room in arrow} == {*house.FLOOR, *house.DOORS}


def test_the_readme_is_a_map_of_the_house() -> None:
    """The README has one row for every room, and for no other."""
    table = re.findall(r"^\| `([a-z]*)/` \|", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert sorted(table) == sorted(house.FLOOR)


def test_each_library_has_its_room() -> None:
    """Only the room named in ONLY_IN imports a library that has one."""
    strangers = [
        f"{module}: {name}"
        for module, path in house.modules().items()
        for name in house.imports(path)
        if (rooms := ONLY_IN.get(name.split(".")[0])) and not module.startswith(rooms)
    ]
    assert strangers == []


def test_no_chinese_in_code() -> None:
    """Words for readers stand in templates, data and message files, never in a .py."""
    chinese = re.compile(r".*[\u3000-\u303f\u3400-\u9fff\uff00-\uffef].*")
    found = [
        f"{module}: {line}"
        for module, path in house.modules().items()
        for line in chinese.findall(path.read_text("utf-8"))
    ]
    assert found == []


def test_no_html_in_code() -> None:
    """No string of the code holds a tag; HTML stands in overrides/fragments/."""
    tag = re.compile(
        r"</?(a|article|body|div|h[1-6]|html|li|ol|p|script|section|span|style|svg|"
        r"table|td|th|tr|ul)[\s>/]"
    )
    tags = [
        f"{module}: {node.value}"
        for module, path in house.modules().items()
        for node in ast.walk(house.parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and tag.search(node.value)
    ]
    assert tags == []


def test_a_module_says_what_it_is_for() -> None:
    """Every module opens with a docstring whose first line is one sentence."""
    silent = [
        module
        for module, path in house.modules().items()
        if not (ast.get_docstring(house.parsed(path)) or "").partition("\n")[0].endswith(".")
    ]
    assert silent == []


FRAGMENTS = ROOT / "overrides" / "fragments"


def test_a_fragment_says_what_it_is_given() -> None:
    """Every fragment opens with a Context comment."""
    silent = [
        path.name
        for path in sorted(FRAGMENTS.rglob("*.html"))
        if not path.read_text(encoding="utf-8").startswith("{#- Context:")
    ]
    assert silent == []


def test_pages_hold_no_inline_code() -> None:
    """No template has an inline script, style or event handler: a strict policy can come."""
    inline = re.compile(
        r"<style[\s>]|\sstyle=|\son[a-z]+=\"|"
        r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>"
    )
    found = [
        f"{path.name}: {code}"
        for path in sorted((ROOT / "overrides").rglob("*.html"))
        for code in inline.findall(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def _tracked() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return [ROOT / name for name in names.split("\0") if name]


def test_no_file_names_a_machine_or_a_registry() -> None:
    """No tracked file holds a path of one machine or a package registry's host."""
    tell = re.compile(r"(?<![\w.])/(?:work|tmp|root|farm|home)/|pypi\.org|pythonhosted|npmjs")
    found = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in _tracked()
        if path.is_file() and path != Path(__file__).resolve()
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if tell.search(line)
    ]
    assert found == []


def test_the_locks_are_hashed() -> None:
    """Every requirement of both lock files is pinned and carries hashes, and no host is named."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        requirements = re.split(r"\n(?=[a-zA-Z])", text.strip())
        assert requirements
        for requirement in requirements:
            assert re.match(r"[\w.-]+==\S+", requirement), requirement
            assert "--hash=sha256:" in requirement
        assert "://" not in text


def test_there_is_one_version() -> None:
    """The package, the changelog and what readers are told of last name the same version."""
    package = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    told = re.findall(r"^## (\S+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    recorded = {file.stem for file in (ROOT / "data/releases").glob("*.yml")}
    assert told[0] == package
    assert set(told) == recorded
