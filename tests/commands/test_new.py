"""``clausebook new``: where an entry goes, which id it gets, what is left blank."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.cli import run
from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.commands.new import new
from macros.commands.retire import retire
from macros.data import load
from macros.data.project import Project
from macros.model.kinds import Kind
from tests.projects import edited, project

MEASURE = "data/documents/corner/measures/a03.yml"
TERMS = "data/registry/terms.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project, with a comment in each of two files."""
    root = project(tmp_path)
    for file in (MEASURE, TERMS):
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(f"# 说明\n{text}# 末尾\n", encoding="utf-8", newline="\n")
    return root


def _tree(root: Path) -> dict[str, list[str]]:
    return {
        p.relative_to(root).as_posix(): p.read_text(encoding="utf-8").splitlines()
        for p in root.rglob("*")
        if p.is_file()
    }


@pytest.mark.parametrize(
    ("kind", "where", "said", "written"),
    [
        (Kind.DUTY, "a03c1", {}, ("a03d2", MEASURE)),
        (Kind.DUTY, "a03c2", {"do": "读书"}, ("a03d2", MEASURE)),
        (Kind.QUESTION, "a03", {"kind": "apply"}, ("a03q4", MEASURE)),
        (Kind.TERM, "", {}, ("term-1", TERMS)),
        (Kind.TERM, "lesson", {"label": "一刻钟"}, ("lesson", TERMS)),
        (Kind.ROLE, "", {"kind": "group"}, ("role-1", "data/registry/roles.yml")),
        (
            Kind.MECHANISM,
            "",
            {"kind": "tool"},
            ("mechanism-1", "data/registry/mechanisms.yml"),
        ),
        (Kind.THEME, "", {}, ("theme-1", "data/registry/themes.yml")),
        (Kind.RECORD, "", {}, ("record-1", "data/registry/records.yml")),
        (Kind.GUIDE, "", {}, ("guide-1", "data/guides/guide-1.yml")),
    ],
)
def test_an_entry_goes_where_it_belongs(
    root: Path, kind: Kind, where: str, said: dict[str, Any], written: tuple[str, str]
) -> None:
    """Lines are added in one file, none is altered; the entry begins on the line that is named."""
    id_, file = written
    before = _tree(root)
    added = new(Project(root), kind, where, said)
    after = _tree(root)
    assert (added.id, added.file) == (id_, file)
    assert {name for name in after if after[name] != before.get(name)} == {file}
    lines, old = after[file], before.get(file, [])
    assert f"id: {id_}" in lines[added.line - 1]
    start = added.line - 1 if lines[: added.line - 1] == old[: added.line - 1] else added.line - 2
    assert lines[:start] + lines[start + len(lines) - len(old) :] == old
    assert load(root).findings == ()


def test_what_was_not_said_is_blank(root: Path) -> None:
    """Of a duty only its clause was said: the quote is the clause, all else is to be filled."""
    added = new(Project(root), Kind.DUTY, "a03c1", {})
    assert added.blanks == ("do", "who")
    assert [finding.code for finding in added.new] == ["E01", "E02"]
    found = added.checked.library.duty("a03d2")
    assert found
    assert found.duty.quote == "各班开展“晨读一刻钟”活动，教师和学生一起读"
    assert {who.basis.value for who in found.duty.who} == {found.duty.when.basis.value}
    assert found.duty.when.basis.value == "inferred"


def test_a_whole_duty_passes(root: Path) -> None:
    """A duty of which all was said brings no finding; a mechanism the clause names is stated."""
    said = {
        "do": "安排晨读",
        "quote": "开展“晨读一刻钟”活动",
        "who": [{"role": "classes", "as": "lead", "basis": "inferred"}],
        "mechanisms": ["morning-reading", "book-corner"],
    }
    added = new(Project(root), Kind.DUTY, "a03c1", said)
    assert (added.blanks, added.new) == ((), ())
    text = (root / MEASURE).read_text(encoding="utf-8")
    assert "mechanisms: [morning-reading, {mechanism: book-corner, basis: inferred}]\n" in text


def test_a_mistake_made_again_is_new(root: Path) -> None:
    """What is found in a second duty is told, though the same was found in the first already."""
    for _ in range(2):
        added = new(Project(root), Kind.DUTY, "a03c1", {"do": "安排晨读", "quote": "没有这句"})
        assert "B01" in {finding.code for finding in added.new}


def test_no_number_is_given_twice(root: Path) -> None:
    """The number after the highest ever given is next, that of a retired entry included."""
    assert new(Project(root), Kind.DUTY, "a03c1", {}).id == "a03d2"
    retire(Project(root), "a03q3", "不再问。")
    assert new(Project(root), Kind.QUESTION, "a03", {"kind": "find"}).id == "a03q4"
    with pytest.raises(ForbiddenError):
        new(Project(root), Kind.TERM, "a03q3", {})


@pytest.mark.parametrize(
    ("kind", "where", "said", "told"),
    [
        (Kind.DUTY, "a03c3", {}, ("new.no.clause", "a03c1")),
        (Kind.QUESTION, "a3", {"kind": "find"}, ("new.no.measure", "a03")),
        (Kind.ROLE, "x", {}, ("new.does-not-fit", None)),
        (Kind.TERM, "Book", {}, ("new.does-not-fit", None)),
        (Kind.TERM, "x", {"label": "书\n本"}, ("new.does-not-fit", None)),
        (Kind.TERM, "x", {"label": "书\u200b本"}, ("new.odd-character", None)),
        (Kind.DUTY, "a03c1", {"records": ["书目"]}, ("new.does-not-fit", "book-list")),
    ],
)
def test_what_makes_no_sense_is_refused(
    root: Path, kind: Kind, where: str, said: dict[str, Any], told: tuple[str, str | None]
) -> None:
    """A place that is not there or a value that does not fit: nothing is written."""
    before = _tree(root)
    with pytest.raises(MisuseError) as refused:
        new(Project(root), kind, where, said)
    assert (refused.value.key, refused.value.suggestion) == told
    assert _tree(root) == before


def test_a_broken_file_is_not_touched(root: Path) -> None:
    """While a file cannot be read, nothing is written anywhere."""
    edited(root, TERMS, "terms:\n", "terms:\n\t- x\n")
    before = _tree(root)
    with pytest.raises(FaultyDataError):
        new(Project(root), Kind.TERM, "", {})
    assert _tree(root) == before


def test_as_typed(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The command says where it wrote and ends well; each kind has its help."""
    typed = ("--do", "安排晨读", "--who", "classes:lead:stated", "--who", "teachers")
    assert (
        run(["new", "duty", "a03c1", *typed, "--when", "periodic:week:2", "--root", str(root)]) == 0
    )
    assert capfd.readouterr().out.startswith(f"已写入 a03d2：{MEASURE}，从第 ")
    text = (root / MEASURE).read_text(encoding="utf-8")
    assert "- {role: classes, as: lead, basis: stated}\n" in text
    assert "- {role: teachers, as: support, basis: inferred}\n" in text
    assert "when: {kind: periodic, every: week, times: 2, basis: inferred}\n" in text
    assert run(["new", "duty", "--root", str(root)]) == 2
    assert "还没有写“编号”。" in capfd.readouterr().err
    for kind, more in (
        (Kind.ROLE, []),
        (Kind.MECHANISM, []),
        (Kind.QUESTION, ["a03"]),
    ):
        assert run(["new", kind, *more, "--root", str(root)]) == 2
        assert "还没有写“--kind”，只能是：" in capfd.readouterr().err
    assert run(["new", "dutty", "--root", str(root)]) == 2
    assert "您是否想写“duty”？" in capfd.readouterr().err
    for kind in (one for one in Kind if one.row.new):
        assert run(["new", kind, "--help"]) == 0
        shown = capfd.readouterr().out
        assert shown.startswith(f"用法：clausebook new {kind} ")
        assert "Options" not in shown
