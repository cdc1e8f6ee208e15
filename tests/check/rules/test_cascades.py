"""Faults never cascade: a broken file is one finding, whatever else depends on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check.project import check_project
from macros.data.project import Project
from tests.projects import BASE, REPOSITORY, project


def _at_half(text: str, line: str) -> str:
    """``text`` with ``line`` put in at half its length, between two lines."""
    at = text.index("\n", len(text) // 2) + 1
    return f"{text[:at]}{line}\n{text[at:]}"


FAULTS: dict[str, Callable[[str], str]] = {
    "a tab": lambda text: _at_half(text, "\tx: y"),
    "an open quote": lambda text: _at_half(text, '"'),
    "an open bracket": lambda text: f"{text}zz: [a\n",
    "no blank behind a colon": lambda text: text.replace(": ", ":", 1),
    "a full-width colon": lambda text: text.replace(": ", "\uff1a", 1),
    "a field of no record": lambda text: f"{text}zz: a\n",
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "nothing": lambda text: "",
    "another file's end": lambda text: f"{text}---\na: b\n",
    "not UTF-8": lambda text: text.replace("id", "\udcff", 1),
    "a conflict": lambda text: _at_half(text, "<<<<<<< HEAD"),
}
each_fault = pytest.mark.parametrize("fault", FAULTS)
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.glob("data/**/*.yml"))


def _found(root: Path, file: str, fault: str) -> list[str]:
    path = root / file
    whole = path.read_bytes()
    try:
        text = FAULTS[fault](whole.decode("utf-8"))
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
        return [f"{found.location} {found.code}" for found in check_project(Project(root)).findings]
    finally:
        path.write_bytes(whole)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, to break file by file."""
    return project(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of this repository, to break file by file."""
    root = tmp_path_factory.mktemp("large")
    shutil.copytree(REPOSITORY / "data", root / "data")
    return root


@each_fault
@pytest.mark.parametrize("file", FILES)
def test_a_broken_file_is_one_finding(small: Path, file: str, fault: str) -> None:
    """Each file of a small library, broken in each way, is one finding, in that file."""
    (found,) = _found(small, file, fault)
    assert found.startswith(f"{file}:")


@pytest.mark.parametrize("name", ["roles", "mechanisms", "terms", "themes", "records"])
def test_a_broken_registry_is_one_finding(large: Path, name: str) -> None:
    """A registry that hundreds of duties name, broken, is one finding and not hundreds."""
    assert len(_found(large, f"data/registry/{name}.yml", "an open quote")) == 1


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("documents/cn24/measures/m11.yml", "text: 重点发现", "text: 重点发观", ["T01"]),
        (
            "documents/cn24/measures/m21.yml",
            "text: 坚持党建带关建",
            "text: 坚持党建帯关建",
            ["T01"],
        ),
        (
            "registry/roles.yml",
            "id: school-party-org\n",
            "id: school-party\n",
            ["N11", "N21", "H02"],
        ),
        (
            "documents/cn24/measures/m10.yml",
            *("id: m10c1\n", "id: m15c1\n", ["N16", "N02", "N01", "G01"]),
        ),
        ("documents/cn24/document.yml", "{id: p1,", "{id: p1x,", ["T14", "N15", "S01"]),
    ],
)
def test_what_much_rests_on(
    large: Path, file: str, old: str, new: str, expected: list[str]
) -> None:
    """A slip in words that much quotes, or in an id that much names, is told once."""
    path = large / "data" / file
    whole = path.read_text(encoding="utf-8")
    assert old in whole
    path.write_text(whole.replace(old, new, 1), encoding="utf-8", newline="\n")
    try:
        found = check_project(Project(large)).findings
    finally:
        path.write_text(whole, encoding="utf-8", newline="\n")
    # Each release that speaks of an id says so itself.
    assert list(dict.fromkeys(one.code for one in found)) == expected
    assert len(found) < 6


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("registry/roles.yml", {"P02"}),
        # The measure is missed, and by those that name it; no term, role or record is.
        ("documents/cn24/measures/m18.yml", {"T11", "R02", "N16", "G01", "S03", "H02"}),
    ],
)
def test_a_missing_file_is_said_to_be_gone(large: Path, file: str, expected: set[str]) -> None:
    """A file that is gone is missed itself; what it may have used is not said to be useless."""
    path = large / "data" / file
    whole = path.read_bytes()
    path.unlink()
    try:
        assert {found.code for found in check_project(Project(large)).findings} == expected
    finally:
        path.write_bytes(whole)


def test_what_is_wrong_elsewhere_is_still_said(small: Path) -> None:
    """A fault that is independent of the broken file is found beside it."""
    path = small / "data/documents/corner/measures/a03.yml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("quote: 各班开展", "quote: 各斑开展", 1), encoding="utf-8")
    try:
        found = _found(small, "data/registry/themes.yml", "a tab")
    finally:
        path.write_text(whole, encoding="utf-8", newline="\n")
    assert sorted(one.rpartition(" ")[2] for one in found) == ["B01", "Y04"]
