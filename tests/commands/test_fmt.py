"""``clausebook fmt``: which files it touches, which it leaves, how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli import run
from macros.commands.errors import MisuseError
from macros.commands.fmt import fmt
from macros.data import load
from macros.data.project import Project
from tests.projects import REPOSITORY, contents, edited, project

TERMS = "data/registry/terms.yml"
ROLES = "data/registry/roles.yml"


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """A project in canonical form but for its terms: blank lines, odd spaces, comments."""
    root = project(tmp_path)
    fmt(Project(root), write=True)
    text = (root / TERMS).read_text(encoding="utf-8")
    loose = text.replace("\n  - id: ", "\n\n  # 词\n  - id:   ").replace("terms:", "terms:  # 表")
    (root / TERMS).write_text(loose, encoding="utf-8", newline="\n")
    return root


def test_our_own_data_is_canonical() -> None:
    """The data of this repository is in canonical form: run ``clausebook fmt`` after a change."""
    done = fmt(Project(REPOSITORY), write=False)
    assert (done.changed, done.findings) == ((), ())


def test_only_the_form_of_the_messy_file_changes(messy: Path) -> None:
    """The one file is laid out anew, its comments kept; the library and other files stay."""
    before, library = contents(messy), load(messy).library
    assert fmt(Project(messy), write=True).changed == (TERMS,)
    after = contents(messy)
    assert {name for name in after if after[name] != before[name]} == {TERMS}
    assert load(messy).library == library
    text = after[TERMS].decode()
    assert text.startswith("terms: # 表\n")
    assert text.count("# 词\n  - id: ") == before[TERMS].decode().count("# 词")
    assert fmt(Project(messy), write=True).changed == ()


def test_looking_writes_nothing(messy: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With --check the file is named, the exit code is 1 and nothing is written."""
    before = contents(messy)
    assert run(["fmt", "--check", "--root", str(messy)]) == 1
    said = capfd.readouterr()
    assert said.out == f"要整理：{TERMS}\n"
    assert "clausebook fmt" in said.err
    assert contents(messy) == before
    assert run(["fmt", "--root", str(messy)]) == 0
    assert run(["fmt", "--check", "--root", str(messy)]) == 0


def test_chosen_files_only(messy: Path) -> None:
    """With paths, only what stands there is looked at: files, or all below a folder."""
    assert fmt(Project(messy), [messy / ROLES], write=False).looked == 1
    assert fmt(Project(messy), [messy / "data/documents"], write=False).looked == 4
    assert fmt(Project(messy), [messy / "data/registry"], write=False).changed == (TERMS,)
    with pytest.raises(MisuseError):
        fmt(Project(messy), [messy / "data/documents/corner/source.txt"], write=False)


def test_a_broken_file_is_left(messy: Path) -> None:
    """A file that cannot be read is named with its fault and left; the others are laid out."""
    edited(messy, ROLES, "roles:\n", "roles:\n\t- x\n")
    broken = (messy / ROLES).read_bytes()
    done = fmt(Project(messy), write=True)
    assert done.changed == (TERMS,)
    assert [finding.code for finding in done.findings] == ["Y04"]
    assert (messy / ROLES).read_bytes() == broken
    assert run(["fmt", "--root", str(messy)]) == 1
