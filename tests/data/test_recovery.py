"""What a killed command leaves in the data: nobody reads it, the next command clears it away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros import cli
from macros.data import load
from macros.data.project import LOCK
from macros.data.recovery import Mended, mend
from macros.data.rewrite import JOURNAL
from macros.system.lock import locked
from macros.system.version import data_version
from tests.projects import contents, project

MEASURE = "data/documents/corner/measures/a01.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose data is sound."""
    return project(tmp_path / "project")


def _leave(root: Path) -> None:
    """What several kinds of killed commands leave."""
    (root / "data/registry/.writing-0123").write_text("half", encoding="utf-8")
    (root / "data/documents/.import-ab/measures").mkdir(parents=True)
    (root / "data/documents/.import-ab/measures/b01.yml").write_text("half", encoding="utf-8")


def test_leftovers_are_not_data(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same library, the same version, and nothing to format, with leftovers as without."""
    version = data_version(root / "data")
    _leave(root)
    loaded = load(root)
    assert (loaded.library.complete, loaded.findings) == (True, ())
    assert data_version(root / "data") == version


def test_the_next_command_clears_them_away_and_says_so(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any command, one that only reads as well; a second one has nothing to say."""
    before = contents(root)
    _leave(root)
    assert cli.run(["check", "--root", str(root)]) == 0
    said = capsys.readouterr().err
    assert "草稿已清除：data/registry/.writing-0123" in said
    assert "草稿已清除：data/documents/.import-ab" in said
    assert contents(root) == before
    assert cli.run(["check", "--root", str(root)]) == 0
    assert capsys.readouterr().err == ""


def test_a_change_that_was_cut_short_is_brought_to_its_end(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files that were not in their places yet are put there before anything is read."""
    text = (root / MEASURE).read_text(encoding="utf-8")
    beside = Path(MEASURE).with_name(".writing-77").as_posix()
    (root / beside).write_text(text.replace("定期添书", "按期添书"), encoding="utf-8")
    (root / JOURNAL).write_text(json.dumps([[beside, MEASURE]]), encoding="utf-8")
    cli.run(["check", "--root", str(root)])
    assert f"现已写完：{MEASURE}" in capsys.readouterr().err
    assert "按期添书" in (root / MEASURE).read_text(encoding="utf-8")
    assert not (root / JOURNAL).exists()
    assert not (root / beside).exists()


def test_what_another_command_is_writing_is_left_alone(root: Path) -> None:
    """While somebody holds the lock, nothing is a leftover."""
    _leave(root)
    before = contents(root / "data")
    with locked(root / LOCK):
        assert mend(root) == Mended()
    assert contents(root / "data") == before
    assert len(mend(root).cleared) == 2
