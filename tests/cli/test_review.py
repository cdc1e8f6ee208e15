"""``clausebook review`` and ``retire`` as they are typed: lists, and what makes no sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli.app import run
from tests.projects import edited, project

MEASURE = "data/documents/corner/measures/a01.yml"
EMPTY_LIST = "复核后改过、要再核的：0。\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, as the folder one stands in."""
    monkeypatch.chdir(project(tmp_path))
    return tmp_path


def test_the_list(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is to be reviewed stands under its document and measure, or its kind."""
    (root / "data/review.yml").write_text("persons: 2\n", encoding="utf-8")
    assert run(["review", "a01d1", "a01d2", "--by", "甲", "--on", "2026-09-01"]) == 0
    assert run(["review", "a01d2", "--by", "乙", "--on", "2026-09-01"]) == 0
    edited(root, MEASURE, "do: 协助图书室选书", "do: 帮助图书室选书")
    capsys.readouterr()
    assert run(["review", "--list"]) == 0
    assert capsys.readouterr().out == (
        "《图书角办法》（corner）\n"
        "  第1条 定期添书\n"
        "    还差一人：a01d1，甲已核\n"
        "    待复核：a01d2，乙在 2026-09-01 复核过，此后改过：条目本身\n"
        "    未复核：a01c1 a01c2 a01d3 a01q1 a01q2 a01q3 a01/a03\n"
        "  第2条 人人爱护\n"
        "    未复核：a02c1 a02d1 a02d2 a02q1 a02q2 a02q3\n"
        "  第3条 开展共读\n"
        "    未复核：a03c1 a03d1 a03c2 a03q1 a03q2 a03q3\n"
        "登记表（registry）\n"
        "  角色\n"
        "    未复核：school library-office classes class-teachers teachers students\n"
        "  机制的释义\n"
        "    未复核：morning-reading\n"
        "  术语的释义\n"
        "    未复核：horizon\n"
        "  记录\n"
        "    未复核：book-list loan-register\n"
        "未复核 29，还差一人 1，待复核（改过）1。\n"
    )


def test_nothing_is_due(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing due the list is its last line."""
    assert run(["review", "--list", "--due"]) == 0
    assert capsys.readouterr().out == EMPTY_LIST


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("review", "没有写要复核哪个条目"),
        ("review a01d1", "请写明谁、哪一天复核的"),
        ("review a01d1 --by 甲", "请写明谁、哪一天复核的"),
        ("review a01d1 --by 甲 --on 9月1日", "“9月1日”不是一个日期"),
        ("review a01d9 --by 甲 --on 2026-09-01", "您是否想写“a01d1”？"),
        ("review a01d1 --due --by 甲 --on 2026-09-01", "要和 --list 一起写"),
        ("review --list a01d1", "--list 只列清单，不记录"),
        ("review --list --role student", "您是否想写“students”？"),
        ("review --list --document corners", "您是否想写“corner”？"),
        ("retire", "没有写要停用哪个条目"),
        ("retire a01d1", "请用 --why 写明原因"),
        ("retire a01d9 --why 理由", "您是否想写“a01d1”？"),
        ("retire a01d1 --why 理由 --replaced-by a01c1", "不存在，或者不是同一类"),
    ],
)
@pytest.mark.usefixtures("root")
def test_typed_wrongly(typed: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What makes no sense is answered in Chinese, with exit code 2."""
    assert run(typed.split(" ")) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""


@pytest.mark.usefixtures("root")
def test_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A second review by one person is refused with exit code 1."""
    typed = ["review", "a01d1", "--by", "甲", "--on", "2026-09-01"]
    assert run(typed) == 0
    assert run(typed) == 1
    assert "甲已经复核过“a01d1”" in capsys.readouterr().err


def test_faulty_data(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With errors in the data nothing is recorded; they are listed, with exit code 1."""
    edited(root, MEASURE, "to: a03", "to: a30")
    assert run(["review", "a01d1", "--by", "甲", "--on", "2026-09-01"]) == 1
    said = capsys.readouterr()
    assert "错误[R02]" in said.out
    assert "没有写入任何东西" in said.err
    assert not (root / "data/reviews").exists()
