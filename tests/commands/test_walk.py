"""The recorded walk: a change from the editor's hand to the second person's word, and after it.

What is typed and answered stands in ``tests/cases/walk.txt``, which the handbook shows as well.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from macros.check.project import check_project
from macros.cli.app import run
from macros.commands.check import check
from macros.data.project import Project
from macros.knowledge import Library
from macros.knowledge.reviews import Dependants
from macros.knowledge.reviews.standing import State, standings
from tests.projects import CASES, REPOSITORY, edited, whole

GOLDEN = CASES / "walk.txt"
MEASURE = "data/documents/cn24/measures/m18.yml"
DOCUMENT = "data/documents/cn24/document.yml"
SOURCE = "data/documents/cn24/source.txt"
REVIEWED = (
    *("m17c1", "m17d1", "m18c1", "m18c2", "m18d1", "m18d6", "m18d7", "m18d8", "m18q2", "m18q4"),
    *("m18/m17", "secretary-lecture", "party-secretary", "sign-in-sheet", "teachers-meeting"),
)


class Walk:
    """A project under git, and what was typed, answered and changed in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.lines: list[str] = []
        self._capsys = capsys

    def note(self, words: str) -> None:
        """What the person does, in words."""
        self.lines += ["", f"# {words}"]

    def types(self, *typed: str, code: int = 0) -> str:
        """Run a command, which must end with ``code``; what it answered."""
        self._capsys.readouterr()
        assert run(list(typed)) == code
        answer = self._capsys.readouterr()
        said = (answer.out + answer.err).rstrip()
        shown = (f"'{word}'" if " " in word else word for word in typed)
        self.lines += ["", f"$ clausebook {' '.join(shown)}", *said.splitlines()]
        return said

    def edits(self, file: str, old: str, new: str) -> None:
        """Change one place of a file."""
        edited(self.root, file, old, new)
        gone = [line for line in old.splitlines() if line not in new.splitlines()]
        come = [line for line in new.splitlines() if line not in old.splitlines()]
        self.lines += ["", f"[{file}]"]
        self.lines += [f"- {line.strip()}" for line in gone] + [
            f"+ {line.strip()}" for line in come
        ]

    def commits(self, words: str) -> None:
        """Put everything under git's control."""
        who = ("-c", "user.name=editor", "-c", "user.email=editor@example.org")
        subprocess.run(["git", "add", "."], cwd=self.root, check=True)
        subprocess.run(["git", *who, "commit", "-q", "-m", words], cwd=self.root, check=True)

    def standing(self) -> dict[str, State]:
        """How the entries stand that were ever reviewed."""
        found = standings(check_project(Project(self.root)).library).all()
        return {s.entry.id: s.state for s in found if s.state is not State.NEVER}


@pytest.fixture
def walk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Walk:
    """A copy of this repository's project, under git, with some entries reviewed."""
    root = whole(tmp_path / "project")
    monkeypatch.chdir(root)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=root, check=True)
    walk = Walk(root, capsys)
    walk.note("第18条和有关的条目，甲都已对照原文复核过。")
    walk.types("review", *REVIEWED, "--by", "甲", "--on", "2026-09-01")
    walk.commits("开学时的样子")
    return walk


def test_the_walk(walk: Walk) -> None:
    """A change is checked, mended by the hint, shown, reviewed; a new text lapses what rests on it.

    All of it as recorded, answer for answer.
    """
    _change_a_rhythm(walk)
    assert walk.standing() == dict.fromkeys(REVIEWED, State.REVIEWED)
    before = check_project(Project(walk.root)).library
    _bring_in_a_new_text(walk)
    lapsed = {id_ for id_, state in walk.standing().items() if state is State.LAPSED}
    assert lapsed == _resting_on(before, "m18c2") & set(REVIEWED)
    assert lapsed == {
        *("m18c2", "m18d6", "m18d7", "m18d8", "m18q4", "m18/m17", "secretary-lecture"),
    }
    walk.note("甲再核 m18d8：从清单里去掉的只有它。")
    walk.types("review", "m18d8", "--by", "甲", "--on", "2026-11-02")
    walk.types("review", "--list", "--due")
    record = walk.root.parent / GOLDEN.name
    record.write_text("\n".join((*walk.lines[1:], "")), encoding="utf-8", newline="\n")
    recorded = GOLDEN.read_text(encoding="utf-8")
    assert record.read_text(encoding="utf-8") == recorded, f"if that is right: cp {record} {GOLDEN}"


def _change_a_rhythm(walk: Walk) -> None:
    walk.note("本学期起，学校定为每月上一次思政课。编辑改第18条的任务 m18d8，顺手加上办公室配合，")
    walk.lines.append("# 却把角色编号打错了一个字母。")
    walk.edits(
        MEASURE,
        "        when: {kind: periodic, every: term, times: 1, basis: stated, quote: 每学期}\n",
        "        when: {kind: periodic, every: month, times: 1, basis: inferred}\n",
    )
    last = "          - {role: students, as: target, basis: stated, quote: 师生}\n"
    more = "          - {role: party-affair-office, as: support, basis: inferred}\n"
    walk.edits(MEASURE, last, last + more)
    walk.types("check", code=1)
    walk.note("照提示改正，再检查一遍：没有错误了，只提醒 m18d8 在复核之后改过。")
    walk.edits(MEASURE, "role: party-affair-office,", "role: party-affairs-office,")
    walk.types("check")
    walk.note("提交之前，看这次改动对谁意味着什么。")
    walk.types("diff", "HEAD")
    walk.note("另一个人对照原文看过，认可。")
    walk.types("review", "m18d8", "--by", "乙", "--on", "2026-10-08")
    walk.types("check")
    walk.commits("思政课每月一次")


def _bring_in_a_new_text(walk: Walk) -> None:
    walk.note("后来原文修订，第18条第2句加了“进一步”三个字。先换存档的原文……")
    old, new = "培育建设，健全完善中小学", "培育建设，进一步健全完善中小学"
    walk.edits(SOURCE, old, new)
    walk.types("check", code=1)
    walk.note("……再照新的原文改条文，照提示换上新的 SHA-256。")
    digest = hashlib.sha256((walk.root / SOURCE).read_bytes()).hexdigest()
    walk.edits(MEASURE, old, new)
    text = (walk.root / DOCUMENT).read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if "sha256: " in line]
    walk.edits(DOCUMENT, line, f"{line.partition('sha256: ')[0]}sha256: {digest}")
    walk.note("现在没有错误；依据这一句的条目，一个不多、一个不少，成了待复核。")
    walk.types("review", "--list", "--due")
    assert not [f for f in check(Project(walk.root), "HEAD~1").findings if f.code != "K04"]


def _resting_on(library: Library, id_: str) -> set[str]:
    return {entry for entry, _ in Dependants(library).of(id_)}


def test_the_handbook_shows_what_was_recorded() -> None:
    """Every command and answer in the handbook's account of the walk stands in the record."""
    recorded = GOLDEN.read_text(encoding="utf-8")
    page = (REPOSITORY / "docs/editing/review.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^``` \{ \.text[^\n]*\n(\$ .*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 4
    assert [block for block in blocks if block not in recorded] == []
