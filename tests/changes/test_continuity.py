"""Ids against an earlier state: none deleted, none given to something else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.check import report
from macros.commands.check import check
from macros.commands.errors import MisuseError
from macros.commands.retire import retire
from macros.data.project import Project
from macros.words.messages import message
from tests.projects import edited, project

MEASURE = "data/documents/corner/measures/a02.yml"
ROLES = "data/registry/roles.yml"
QUESTION = """\
  - id: a02q3
    kind: explain
    text: 这两件事哪一件更难坚持？
    answer: 「看书前洗手」没有人看着，更要靠自觉。
    quotes: [a02c1]
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The small project as it was, with a question that is retired already."""
    root = project(tmp_path / "old")
    path = root / MEASURE
    gone = QUESTION.replace("a02q3", "a02q4") + "    retired: 太像第三题。\n"
    path.write_text(path.read_text(encoding="utf-8") + gone, encoding="utf-8")
    return root


@pytest.fixture
def now(old: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return project(tmp_path / "now", old)


def _found(now: Path, old: Path) -> list[tuple[str, str]]:
    """Code and id of what the comparison adds to the findings, each of which can be said."""
    checked = check(Project(now), str(old))
    assert report.as_text(checked.findings, checked.sources)
    plain = check(Project(now)).findings
    return [(f.code, f.params["id"]) for f in checked.findings if f not in plain]


def test_unchanged(now: Path, old: Path) -> None:
    """The same data has lost nothing."""
    assert _found(now, old) == []


def test_deleted(now: Path, old: Path) -> None:
    """An entry that was taken out is missed, in the file it stood in; so is a retired one."""
    edited(now, MEASURE, QUESTION, "")
    edited(now, ROLES, "  - {id: teachers, label: 教师, kind: group, identify: 您是教师。}\n", "")
    found = check(Project(now), str(old)).findings
    missed = {(f.params["id"], f.location.file) for f in found if f.code == "N26"}
    assert missed == {("a02q3", MEASURE), ("teachers", ROLES)}
    path = now / MEASURE
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  - id: a02q4")], encoding="utf-8")
    assert ("N26", "a02q4") in _found(now, old)


def test_a_whole_file_deleted(now: Path, old: Path) -> None:
    """With a measure's file, everything that stood in it is missed."""
    (now / MEASURE).unlink()
    missed = {id_ for code, id_ in _found(now, old) if code == "N26"}
    assert missed == {"a02", "a02c1", "a02d1", "a02d2", "a02q1", "a02q2", "a02q3", "a02q4"}


def test_retired_is_not_deleted(now: Path, old: Path) -> None:
    """What is retired still answers, so nothing is missed."""
    retire(Project(now), "a02q3", "不再适用。", ["a02q1"])
    retire(Project(now), "a01c2", "修订时删去。")
    assert _found(now, old) == []


def test_a_retired_id_is_not_given_again(now: Path, old: Path) -> None:
    """Another question under a retired one's id is refused; the same one may come back."""
    edited(now, MEASURE, "    retired: 太像第三题。\n", "")
    assert _found(now, old) == []
    begin = "  - id: a02q4\n    kind: explain\n    text: "
    edited(now, MEASURE, begin + "这两件事哪一件更难坚持？", begin + "谁来教大家洗手？")
    assert ("N27", "a02q4") in _found(now, old)
    assert message("N27").severity == "error"


def test_an_id_stays_with_its_kind(now: Path, old: Path) -> None:
    """The id of a role that is now a term's is refused."""
    edited(now, ROLES, "{id: teachers,", "{id: all-teachers,")
    text = "  - {id: teachers, label: 一刻钟}\n"
    path = now / "data/registry/terms.yml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    assert ("N27", "teachers") in _found(now, old)


def test_ids_that_moved_on_by_one(now: Path, old: Path) -> None:
    """Where entries count on behind a new one, each id that now means another is told."""
    path = now / MEASURE
    text = path.read_text(encoding="utf-8")
    text = text.replace("a02q3", "a02q5").replace("a02q2", "a02q3").replace("a02q1", "a02q2")
    new = QUESTION.replace("a02q3", "a02q1").replace("这两件事哪一件更难坚持", "书架摆在哪里好")
    path.write_text(text.replace("questions:\n", f"questions:\n{new}"), encoding="utf-8")
    told = {id_ for code, id_ in _found(now, old) if code == "N28"}
    assert told == {"a02q1", "a02q2", "a02q3"}


def test_another_name_is_asked_about(now: Path, old: Path) -> None:
    """A name without a character in common is a warning; one that goes on is none."""
    edited(now, ROLES, "label: 图书室", "label: 图书馆")
    assert _found(now, old) == []
    edited(now, ROLES, "label: 图书馆", "label: 后勤组")
    assert _found(now, old) == [("N28", "library-office")]
    assert message("N28").severity == "warning"


def test_against_a_revision(old: Path) -> None:
    """Another state may be a revision of git; a name that is none is answered."""
    for command in (
        ("init", "-q", "-b", "main"),
        ("add", "."),
        ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "first"),
    ):
        subprocess.run(["git", *command], cwd=old, check=True)
    edited(old, MEASURE, QUESTION, "")
    assert ("N26", "a02q3") in [
        (f.code, f.params.get("id")) for f in check(Project(old), "HEAD").findings
    ]
    with pytest.raises(MisuseError) as caught:
        check(Project(old), "mian")
    assert caught.value.suggestion == "main"
