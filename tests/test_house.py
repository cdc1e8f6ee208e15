"""The house rules, as facts about the tree."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "macros").rglob("*.py"))

# From the ground up; an import may only point to the same floor or a lower one.
FLOORS = (
    ("location", "lock", "days", "numerals", "signs", "version"),
    ("diagnostics", "suggest", "publish"),
    ("revisions",),
    ("model",),
    ("occurrences", "history"),
    ("library",),
    (
        *("addresses", "assembly", "dependants", "guides"),
        *("matrix", "relations", "reviews", "year"),
    ),
    ("store", "messages", "words", "citations", "rules", "check", "report", "search"),
    ("changes", "importing", "proposals"),
    ("continuity",),
    ("editing", "outline", "fields", "schema", "fonts"),
    ("offers",),
    ("pages", "views", "render", "exports", "verify"),
    ("files",),
    ("site",),
    ("website",),
    ("commands",),
    ("cli",),
    ("__main__", ""),
)
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}

# Which rooms may know which library.
ONLY_IN = {
    "mkdocs": ("macros.website",),
    "mkdocs_macros": ("macros.website",),
    "yaml": ("macros.store",),
    "jinja2": ("macros.render",),
    "typer": ("macros.cli",),
    "rich": ("macros.cli",),
    "watchfiles": ("macros.commands.preview", "macros.commands.watch"),
    "lxml": ("macros.verify",),
    "tinycss2": ("macros.pages.stylesheet",),
    "typst": ("macros.fonts", "macros.exports.pdf"),
    "docx": ("macros.exports.docx", "macros.importing.word"),
    "xlsxwriter": ("macros.exports.xlsx",),
    "icalendar": ("macros.exports.ics",),
    "genanki": ("macros.exports.anki",),
}


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "macros":
                yield from (f"macros.{alias.name}" for alias in node.names)


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_point_down(path: Path) -> None:
    """No room imports from a floor above its own."""
    here = FLOOR[_room(_name(path))]
    above = [
        name
        for name in _imports(path)
        if name.startswith("macros.")
        and FLOOR[_room(name)] > here
        # The package's front door opens door 1 only when MkDocs calls it.
        and _name(path) != "macros"
    ]
    assert above == []


def test_the_readme_is_a_map_of_the_house() -> None:
    """The README says of every room what it is for, and of no other."""
    table = re.findall(r"^\| (`.*?`) \|", (ROOT / "README.md").read_text("utf-8"), re.M)
    named = [room.strip("`/") for row in table for room in row.split()]
    assert sorted(named) == sorted(room for room in FLOOR if room not in ("__main__", ""))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_each_library_has_its_room(path: Path) -> None:
    """Only the room named in ONLY_IN imports a library that has one."""
    strangers = [
        name
        for name in _imports(path)
        if (rooms := ONLY_IN.get(name.split(".")[0])) and not _name(path).startswith(rooms)
    ]
    assert strangers == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_chinese_in_code(path: Path) -> None:
    """Words for readers stand in templates, data and message files, never in a .py."""
    found = re.findall(r".*[\u3000-\u303f\u3400-\u9fff\uff00-\uffef].*", path.read_text("utf-8"))
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_html_in_code(path: Path) -> None:
    """No string of the code holds a tag; HTML stands in overrides/fragments/."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tags = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(
            r"</?(a|article|body|div|h[1-6]|html|li|ol|p|script|section|span|style|svg|"
            r"table|td|th|tr|ul)[\s>/]",
            node.value,
        )
    ]
    assert tags == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    """Every module opens with a docstring whose first line is one sentence."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = docstring.splitlines()[0] if docstring else ""
    assert first.endswith(".")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "overrides" / "fragments").rglob("*.html")), ids=lambda p: p.name
)
def test_a_fragment_says_what_it_is_given(path: Path) -> None:
    """Every fragment opens with a Context comment."""
    assert path.read_text(encoding="utf-8").startswith("{#- Context:")


@pytest.mark.parametrize("path", sorted((ROOT / "overrides").rglob("*.html")), ids=lambda p: p.name)
def test_pages_hold_no_inline_code(path: Path) -> None:
    """No template has an inline script, style or event handler: a strict policy can come."""
    source = path.read_text(encoding="utf-8")
    inline = re.findall(
        r"<style[\s>]|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>",
        source,
    )
    assert inline == []


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
