"""Bringing a text in from a shell: the folder it writes, and what it never does."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import docx
import pytest

from macros.check.project import check_project
from macros.cli import run
from macros.data.project import Project
from tests.projects import contents, project

TEXT = """某某学校图书角管理办法
2024年3月5日校务会议通过

第一章　总则
第一条　各班设图书角。班主任负责。
　　图书角的书：
　　（一）由学校添置；
　　（二）由学生捐赠。
第二章　附则
第二条　本办法自印发之日起施行。

某某学校
2024年3月5日
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with a text beside it."""
    project(tmp_path / "project")
    (tmp_path / "办法.txt").write_bytes(TEXT.encode())
    return tmp_path / "project"


def _import(root: Path, *more: str, name: str = "办法.txt", id_: str = "rules") -> int:
    return run(["import", str(root.parent / name), "--id", id_, "--root", str(root), *more])


def test_a_text_becomes_a_draft_without_errors(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An imported text passes check; a notice says what remains, another that none is in front."""
    assert _import(root) == 0
    checked = check_project(Project(root))
    assert [(f.code, f.location.file) for f in checked.findings] == [
        ("A06", "data/documents/corner/document.yml"),
        ("D11", "data/documents/rules/document.yml"),
    ]
    assert dict(checked.findings[1].params) | {"document": ""} == {
        "document": "",
        "clauses": "6",
        "themes": "2",
        "questions": "2",
    }
    folder = root / "data" / "documents" / "rules"
    assert (folder / "source.txt").read_bytes() == TEXT.encode()
    assert sorted(path.name for path in (folder / "measures").iterdir()) == [
        "rulesa01.yml",
        "rulesa02.yml",
    ]
    assert run(["fmt", "--check", str(folder), "--root", str(root)]) == 0
    said = capsys.readouterr().out
    for words in ("总则（rulesp1）", "2024年3月5日校务会议通过", "data/documents/rules"):
        assert words in said


def test_a_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dry-run shows the outline as a tree and leaves the project as it was."""
    before = contents(root)
    assert _import(root, "--dry-run") == 0
    assert contents(root) == before
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["第一章　总则（rulesp1）", "  第一条　各班设图书角（rulesa01，5句）"]


def test_what_is_there_is_never_overwritten(root: Path) -> None:
    """A second import under the same id is refused, and every byte of the first stays."""
    assert _import(root) == 0
    folder = root / "data" / "documents" / "rules"
    kept = contents(folder)
    assert _import(root) == 1
    assert contents(folder) == kept


@pytest.mark.parametrize(
    ("id_", "code", "words"),
    [
        ("Rules", 2, "不能作编号"),
        ("p1", 1, "已经用过"),
        ("corner", 1, "已经有了"),
        ("图书角", 2, "不能作编号"),
    ],
)
def test_an_id_that_cannot_be_given(
    root: Path, capsys: pytest.CaptureFixture[str], id_: str, code: int, words: str
) -> None:
    """An id of the wrong form is misuse, one that is taken is refused; nothing is written."""
    before = contents(root)
    assert _import(root, id_=id_) == code
    assert words in capsys.readouterr().err
    assert contents(root) == before


def test_a_refusal_names_the_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text with two readings is refused with file, line and hint, exit code 1."""
    text = TEXT.replace("第二条", "第三条")
    (root.parent / "办法.txt").write_text(text, encoding="utf-8")
    assert _import(root) == 1
    said = capsys.readouterr().err
    assert "办法.txt:10:1: 错误[I02]" in said
    assert "--numbers-stand" in said
    assert not (root / "data" / "documents" / "rules").exists()
    assert _import(root, "--numbers-stand") == 0
    assert not check_project(Project(root)).has_errors


def test_a_windows_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """GBK and Windows line ends are refused; with --convert the original is named by its hash."""
    raw = TEXT.replace("\n", "\r\n").encode("gbk")
    (root.parent / "办法.txt").write_bytes(raw)
    assert _import(root) == 1
    said = capsys.readouterr().err
    assert "Y01" in said
    assert "--convert" in said
    assert _import(root, "--convert") == 0
    checked = check_project(Project(root))
    document = next(d for d in checked.library.documents if d.id == "rules")
    assert document.text == TEXT
    assert document.source.original is not None
    assert document.source.original.file == "办法.txt"
    assert document.source.original.sha256 == hashlib.sha256(raw).hexdigest()


def test_a_word_file(root: Path) -> None:
    """A Word file's text is the text of record, and the file is named with its hash."""
    word = docx.Document()
    for line in TEXT.splitlines():
        word.add_paragraph(line)
    stream = io.BytesIO()
    word.save(stream)
    (root.parent / "办法.docx").write_bytes(stream.getvalue())
    assert _import(root, name="办法.docx") == 0
    document = next(d for d in check_project(Project(root)).library.documents if d.id == "rules")
    assert document.text == TEXT
    assert document.source.original is not None
    assert document.source.original.sha256 == hashlib.sha256(stream.getvalue()).hexdigest()


def test_an_unseen_character_is_kept_between_words_only(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A zero width space is kept on a line without words, and refused within words."""
    kept = TEXT.replace("通过\n\n", "通过\n\u200b\n")
    (root.parent / "办法.txt").write_text(kept, encoding="utf-8")
    assert _import(root) == 0
    checked = check_project(Project(root))
    assert not checked.has_errors
    assert next(d for d in checked.library.documents if d.id == "rules").text == kept
    (root.parent / "又.txt").write_text(
        TEXT.replace("图书角。", "图\u200b书角。"), encoding="utf-8"
    )
    assert _import(root, name="又.txt", id_="other") == 1
    assert "Y07" in capsys.readouterr().err


def test_proposals_say_what_to_write(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Roles that an imported text names are told at their place with the line to write."""
    assert _import(root) == 0
    capsys.readouterr()
    assert run(["propose", "rules", "--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert "data/documents/rules/measures/rulesa01.yml:11:11: 提醒[W01]" in said
    assert "{role: class-teachers, as: …, basis: stated}" in said
    assert run(["propose", "ruels", "--root", str(root)]) == 2
    assert "rules" in capsys.readouterr().err
