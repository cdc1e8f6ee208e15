"""One writer at a time, whatever the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli import run
from macros.data.project import LOCK, Project
from macros.words.catalogue import say
from tests.projects import contents, project


@pytest.mark.parametrize(
    "typed",
    [
        ["review", "a01d1", "--by", "甲", "--on", "2026-09-01"],
        ["retire", "a01d1", "--why", "并入"],
        ["new", "duty", "a01c1"],
        ["fmt"],
        ["schema"],
        ["diff", "BEFORE", "--record", "0.2.0", "--date", "2026-09-01"],
        ["import", "TEXT", "--id", "rules"],
    ],
    ids=lambda typed: typed[0],
)
def test_who_comes_second_writes_nothing(
    typed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """While another program writes, every command that writes says so and leaves all as it is."""
    root = project(tmp_path / "project")
    if typed[0] == "diff":
        typed = ["diff", str(project(tmp_path / "before")), *typed[2:], "--words", "新"]
    if typed[0] == "import":
        text = tmp_path / "rules.txt"
        text.write_text("读书办法\n第一条　各班读书。\n", encoding="utf-8")
        typed = ["import", str(text), *typed[2:]]
    before = contents(root)
    with Project(root).writing():
        assert run([*typed, "--root", str(root)]) == 2
        assert contents(root) == before | {LOCK: b""}
    assert capsys.readouterr().err == f"{say('stop.busy-data')}\n"
    assert run([*typed, "--root", str(root)]) == 0


@pytest.mark.parametrize("typed", [["fmt", "--check"], ["schema", "--check"], ["review", "--list"]])
def test_who_only_looks_does_not_wait(typed: list[str], tmp_path: Path) -> None:
    """A command that writes nothing does not wait for one that does."""
    root = project(tmp_path)
    with Project(root).writing():
        assert run([*typed, "--root", str(root)]) in (0, 1)
