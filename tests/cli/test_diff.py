"""``clausebook diff``: revisions and folders, four forms, one sentence for whatever is missing."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import cli
from tests.cli.shell import Ran
from tests.cli.shell import run as run_in_shell
from tests.projects import BASE, edited, project

MEASURE = "data/documents/corner/measures/a01.yml"
ONCE_A_TERM = "{kind: periodic, every: term, times: 1, basis: stated, quote: 每学期}"
TWICE_A_TERM = "{kind: periodic, every: term, times: 2, basis: inferred}"


def git(root: Path, *arguments: str) -> str:
    """What git answers in ``root``, for nobody in particular, whatever the settings of the host."""
    named = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    return subprocess.run(
        ["git", "-C", root, *arguments],
        env={**os.environ, **named, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process, which saves a second each time."""

    def run(*arguments: str | Path, cwd: Path = BASE, **environment: str) -> Ran:
        monkeypatch.chdir(cwd)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        code = cli.run([*map(str, arguments)])
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return run


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A project under git: the base, ``v0.1.0`` on ``main``, then a rhythm changed, uncommitted."""
    root = project(tmp_path / "kept")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "first")
    git(root, "tag", "v0.1.0")
    return edited(root, MEASURE, ONCE_A_TERM, TWICE_A_TERM)


def test_a_revision_and_what_is_here_now(kept: Path) -> None:
    """Against a tag: the duty, its rhythm, whom it concerns; exit code 0, nothing touched."""
    before = git(kept, "status", "--porcelain")
    ran = run_in_shell("diff", "v0.1.0", cwd=kept)
    assert (ran.code, ran.err) == (0, "")
    assert "改动：v0.1.0 → 当前文件夹" in ran.out
    assert "次数：由“1次”改为“2次”" in ran.out
    assert "图书室：任务有改 1 项" in ran.out
    assert git(kept, "status", "--porcelain") == before


def test_two_revisions(kept: Path, run: Run) -> None:
    """Both sides may be revisions; what stands in the folder does not count then."""
    git(kept, "commit", "-q", "-a", "-m", "second")
    edited(kept, MEASURE, "title: 定期添书", "title: 不算在内")
    ran = run("diff", "main~1", "main", cwd=kept)
    assert "次数" in ran.out
    assert "不算在内" not in ran.out


def test_two_folders(kept: Path, tmp_path: Path, run: Run) -> None:
    """Both sides may be folders, without git."""
    assert "次数" in run("diff", BASE, kept, cwd=tmp_path).out


def test_nothing_changed(kept: Path, run: Run) -> None:
    """One sentence, and exit code 0 all the same."""
    ran = run("diff", BASE, BASE, "--root", kept)
    assert (ran.code, ran.out.count("\n"), ran.err) == (0, 1, "")
    assert ran.out.startswith("没有改动：")


def test_a_folder_below_the_top_of_the_repository(tmp_path: Path, run: Run) -> None:
    """A project that is a folder of a larger repository is read there."""
    root = project(tmp_path / "all" / "project")
    git(tmp_path / "all", "init", "-q", "-b", "main")
    git(tmp_path / "all", "add", "-A")
    git(tmp_path / "all", "commit", "-q", "-m", "first")
    edited(root, MEASURE, ONCE_A_TERM, TWICE_A_TERM)
    assert "次数" in run("diff", "HEAD", "--root", root, cwd=tmp_path).out


def test_line_ends_are_those_that_were_committed(kept: Path, run: Run) -> None:
    """A git that turns line ends in its checkout does not turn them in what is compared."""
    git(kept, "config", "core.autocrlf", "true")
    ran = run("diff", "v0.1.0", "main", cwd=kept)
    assert ran.out.startswith("没有改动：")


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("mian", "您是否想写“main”？"),
        ("v0.1.1", "您是否想写“v0.1.0”？"),
        ("--help-me", "没有“--help-me”这个选项。"),
        ("nowhere", "没有“nowhere”这个版本"),
    ],
)
def test_no_such_revision(kept: Path, revision: str, said: str, run: Run) -> None:
    """An unknown name: a sentence, the branch or tag that was meant, exit code 2."""
    ran = run("diff", revision, cwd=kept)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_no_git_here(tmp_path: Path, run: Run) -> None:
    """A project without git can be compared with folders only, and that is said."""
    ran = run("diff", "main", cwd=project(tmp_path), GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert ran.code == 2
    assert "也可以用两个文件夹来比" in ran.err


def test_no_git_at_all(kept: Path, tmp_path: Path, run: Run) -> None:
    """The same where git is not installed."""
    ran = run("diff", "main", cwd=kept, PATH=str(tmp_path))
    assert ran.code == 2
    assert "没有 git" in ran.err


def test_a_part_of_the_history(kept: Path, tmp_path: Path, run: Run) -> None:
    """In a shallow clone an unknown revision may only not be here: how to fetch it is said."""
    git(kept, "commit", "-q", "-a", "-m", "second")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", "shallow")
    ran = run("diff", "v0.1.0", cwd=tmp_path / "shallow")
    assert ran.code == 2
    assert "--unshallow" in ran.err


def test_a_damaged_history(kept: Path, run: Run) -> None:
    """Where git lacks a file of that time, its own word is told, and nothing is compared."""
    name = git(kept, "rev-parse", f"main:{MEASURE}").strip()
    (kept / ".git" / "objects" / name[:2] / name[2:]).unlink()
    ran = run("diff", "main", cwd=kept)
    assert (ran.code, ran.out) == (2, "")
    assert f"{name} missing" in ran.err


def test_before_there_was_data(tmp_path: Path, run: Run) -> None:
    """A revision without data is no side to compare with."""
    root = project(tmp_path)
    git(root, "init", "-q", "-b", "main")
    git(root, "commit", "-q", "--allow-empty", "-m", "empty")
    ran = run("diff", "main", cwd=root)
    assert ran.code == 2
    assert "还没有 data/ 文件夹" in ran.err


def test_a_name_that_is_two_things(kept: Path, run: Run) -> None:
    """A folder with data that is called like a branch is not guessed at; ./ makes it a folder."""
    project(kept / "main")
    assert "写 ./main" in run("diff", "main", cwd=kept).err
    assert run("diff", "./main", cwd=kept).code == 0


def test_a_side_that_cannot_be_read(kept: Path, run: Run) -> None:
    """Data that does not load: which side it is, with its findings, exit code 1."""
    (kept / MEASURE).write_text("id: [\n", encoding="utf-8")
    git(kept, "commit", "-q", "-a", "-m", "broken")
    ran = run("diff", "main", "v0.1.0", cwd=kept)
    assert (ran.code, ran.out) == (1, "")
    assert f"{MEASURE}:" in ran.err
    assert "版本“main”的资料读不出来" in ran.err


def test_json(kept: Path, run: Run) -> None:
    """--format json says in one value whether anything changed, and what."""
    content = json.loads(run("diff", "v0.1.0", "--format", "json", cwd=kept).out)
    assert content["changed"] is True
    (change,) = content["changes"]
    assert (change["kind"], change["entry"]) == ("duty", "a01d1")
    assert {"at": ["when", "times"], "old": "1", "new": "2"} in change["fields"]
    assert json.loads(run("diff", BASE, BASE, "--format", "json").out)["changed"] is False


def test_a_file(kept: Path, tmp_path: Path, run: Run) -> None:
    """-o writes the report and shows none of it."""
    ran = run("diff", "v0.1.0", "--format", "markdown", "-o", tmp_path / "report.md", cwd=kept)
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("## 改动：")


def test_recording_a_version(kept: Path, run: Run) -> None:
    """--record writes a release that the data then holds without a finding, and only once."""
    asked = ("--record", "0.2.0", "--date", "2026-09-01", "--words", "每学期添两次。")
    assert run("diff", "v0.1.0", *asked, cwd=kept).code == 0
    written = (kept / "data/releases/0.2.0.yml").read_text(encoding="utf-8")
    assert written.partition("\n")[2].startswith(
        'version: 0.2.0\ndate: "2026-09-01"\nwords: 每学期添两次。\nchanges:\n'
    )
    assert run("check", cwd=kept).out == "没有发现问题。\n"
    again = run("diff", "v0.1.0", *asked, cwd=kept)
    assert again.code == 1
    assert "已经有了" in again.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--record", "v2"), "不是版本号"),
        (("--record", "0.2.0", "-o", "report.txt"), "不另写报告"),
        (("--record", "0.2.0", "--words", "改了。"), "不是一个日期"),
        (("--record", "0.2.0", "--date", "2026-02-30", "--words", "改了。"), "不是一个日期"),
        (("--record", "0.2.0", "--date", "2026-09-01"), "请用 --words 写一句话"),
    ],
)
def test_a_version_is_recorded_whole_or_not(
    kept: Path, asked: tuple[str, ...], said: str, run: Run
) -> None:
    """Without number, date or words nothing is written, and what is missing is said."""
    ran = run("diff", "v0.1.0", *asked, cwd=kept)
    assert ran.code == 2
    assert said in ran.err
    assert not (kept / "data/releases").exists()


def test_nothing_is_recorded_of_faulty_data(kept: Path, run: Run) -> None:
    """While the data has errors no version is recorded; the errors are listed."""
    edited(kept, MEASURE, "text: 图书室每学期", "text: 图书室每学年")
    asked = ("--record", "0.2.0", "--date", "2026-09-01", "--words", "改了。")
    ran = run("diff", "v0.1.0", *asked, cwd=kept)
    assert ran.code == 1
    assert f"{MEASURE}:" in ran.err
    assert not (kept / "data/releases").exists()
