"""The handbook's chapter on the first change, followed to the letter in a fresh clone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.projects import REPOSITORY, edited

CHAPTER = "docs/editing/first-change.md"
ADDRESS = "https://git.example.org/school/clausebook.git"
_BLOCK = re.compile(r"^``` \{ \.(\w+)([^}]*)\}\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    """A block of the chapter: commands, a change of a file, or what the screen shows."""

    kind: str
    marks: str
    text: str

    @property
    def file(self) -> str:
        """The file that a change is made in."""
        found = re.search('title="(.*?)"', self.marks)
        assert found
        return found[1]


def _blocks(chapter: str) -> Iterator[Block]:
    for kind, marks, text in _BLOCK.findall(chapter):
        yield Block(kind, marks, text)


class Desk:
    """A computer on which the program is installed, and a platform that the project stands on."""

    def __init__(self, folder: Path) -> None:
        """Put the project, as it is committed here, on a platform in ``folder``."""
        self.platform = folder / "platform.git"
        self.here = folder / "desk"
        self.here.mkdir()
        settings = folder / "gitconfig"
        settings.write_text(
            f'[url "{self.platform.as_uri()}"]\n\tinsteadOf = {ADDRESS}\n', encoding="utf-8"
        )
        self._environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": str(settings),
            "GIT_CONFIG_SYSTEM": os.devnull,
            "LC_ALL": "C.UTF-8",
        }
        self.git("init", "--quiet", "--bare", "--initial-branch=main", self.platform)
        self.git("config", "receive.shallowUpdate", "true", at=self.platform)
        self.git("push", "--quiet", self.platform, "HEAD:refs/heads/main", at=REPOSITORY)

    def git(self, *arguments: object, at: Path | None = None) -> str:
        """What git answers."""
        return self._run(["git", *map(str, arguments)], at or self.here).stdout

    def types(self, commands: str, *, fails: bool) -> str:
        """Type commands in a terminal, one a line; what the last one shows."""
        shown = ""
        for command in commands.splitlines():
            if command.startswith("cd "):
                self.here /= command.removeprefix("cd ")
                self.installed()
            else:
                done = self._run(["sh", "-c", command], self.here, fails=fails)
                shown = done.stdout + done.stderr
        return shown

    def installed(self) -> None:
        """Have what ``make check`` installs the first time, without taking minutes."""
        venv = self.here / ".venv"
        venv.mkdir()
        (venv / "bin").symlink_to(Path(sys.executable).parent)
        (venv / "site.stamp").touch()

    def _run(
        self, command: list[str], at: Path, *, fails: bool = False
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=at, env=self._environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode != 0) == fails, (command, done.stdout, done.stderr)
        return done


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk where the chapter was followed from the first command to the last."""
    desk = Desk(tmp_path_factory.mktemp("first"))
    chapter = desk.git("show", f"HEAD:{CHAPTER}", at=REPOSITORY)
    shown = ""
    for block in _blocks(chapter):
        match block.kind:
            case "sh":
                if ".merged" in block.marks:
                    _merge(desk)
                shown = desk.types(block.text, fails=".fails" in block.marks)
            case "text":
                assert block.text in shown
            case "diff":
                lines = block.text.splitlines(keepends=True)
                old = "".join(line[1:] for line in lines if line[0] != "+")
                new = "".join(line[1:] for line in lines if line[0] != "-")
                edited(desk.here, block.file, old, new)
    return desk


def _merge(desk: Desk) -> None:
    """What the other person does on the platform."""
    desk.git("update-ref", "refs/heads/main", "refs/heads/lecture-support", at=desk.platform)


def test_the_change_has_arrived(desk: Desk) -> None:
    """After the last command the change is in the project that all use, with author and words."""
    assert desk.git("log", "-1", "--format=%an: %s", "main", at=desk.platform) == (
        "甲: 第18条第2句：上思政课，请思政课教师配合\n"
    )
    changed = desk.git("show", "--numstat", "--format=", "main", at=desk.platform)
    assert changed == "1\t0\tdata/documents/cn24/measures/m18.yml\n"
    assert desk.git("status", "--porcelain", "--branch") == "## main...origin/main\n"


def test_the_chapter_has_its_steps() -> None:
    """The chapter holds commands, changes and what is shown, and no block that nobody tries."""
    chapter = (REPOSITORY / CHAPTER).read_text(encoding="utf-8")
    kinds = [block.kind for block in _blocks(chapter)]
    assert set(kinds) == {"sh", "text", "diff"}
    assert len(kinds) == chapter.count("\n```") / 2
    assert ADDRESS in chapter
