"""``clausebook check``: its exit codes, its three forms, its bytes."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from macros.check import report
from macros.check.project import check_project
from macros.data.project import Project
from tests.cli.shell import run, started
from tests.projects import BASE, CASES, edited, project

UNKNOWN_ROLE = CASES / "rules" / "N11-role" / "bad"
ODD_ALIAS = CASES / "rules" / "N33-alias" / "bad"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A project with errors."""
    return project(tmp_path, UNKNOWN_ROLE)


def test_sound_data(tmp_path: Path) -> None:
    """Data without findings: one sentence, exit code 0."""
    ran = run("check", "--root", BASE)
    assert (ran.code, ran.out, ran.err) == (0, "没有发现问题。\n", "")


def test_the_folder_one_stands_in() -> None:
    """Without --root, the current folder is checked."""
    assert run("check", cwd=BASE).code == 0


def test_errors(faulty: Path) -> None:
    """Data with errors: all findings at once, exit code 1."""
    ran = run("check", "--root", faulty)
    checked = check_project(Project(faulty))
    assert ran.code == 1
    assert ran.out == report.as_text(checked.findings, checked.sources)
    assert ran.out.count("[N11]") == 4


def test_did_you_mean(faulty: Path) -> None:
    """An id that is nearly right is answered with the one that is."""
    assert "您是否想写“class-teachers”？" in run("check", "--root", faulty).out


def test_warnings_alone(tmp_path: Path) -> None:
    """Warnings are shown, but do not make the exit code 1."""
    ran = run("check", "--root", project(tmp_path, ODD_ALIAS))
    assert ran.code == 0
    assert "警告[N33]" in ran.out


def test_faults_of_files_and_rules_together(faulty: Path) -> None:
    """A file that cannot be read and a rule that is broken elsewhere are reported in one run."""
    edited(faulty, "data/registry/themes.yml", "themes:\n", "themes:\n\t- x\n")
    edited(
        faulty, "data/documents/corner/measures/a02.yml", "quote: 看完放回原处", "quote: 看完放回"
    )
    edited(faulty, "data/documents/corner/measures/a02.yml", "quote: 看完}", "quote: 看过}")
    ran = run("check", "--root", faulty)
    assert ran.code == 1
    assert "[B06]" in ran.out
    assert "data/registry/themes.yml" in ran.out
    assert "[N11]" not in ran.out


def test_json(faulty: Path) -> None:
    """--format json is one JSON value, the same findings."""
    content = json.loads(run("check", "--root", faulty, "--format", "json").out)
    assert [finding["code"] for finding in content["findings"]] == ["N11"] * 4
    assert content["summary"]["error"] == 4


def test_github(faulty: Path) -> None:
    """--format github is one workflow command a finding."""
    lines = run("check", "--root", faulty, "--format", "github").out.splitlines()
    assert len(lines) == 4
    for line in lines:
        assert re.match(r"::error file=data/\S+\.yml,line=\d+,col=\d+,title=N11::\S", line)


@pytest.mark.parametrize(("form", "field"), [("gitlab", "check_name"), ("sarif", "ruleId")])
def test_forms_for_code_hosts(faulty: Path, form: str, field: str) -> None:
    """--format gitlab and --format sarif are one JSON value with each finding once."""
    ran = run("check", "--root", faulty, "--format", form)
    assert ran.code == 1
    assert isinstance(json.loads(ran.out), list if form == "gitlab" else dict)
    assert ran.out.count(f'"{field}": "N11"') == 4


def test_watching(tmp_path: Path) -> None:
    """--watch checks now and again when a file is saved, until Ctrl+C."""
    root = project(tmp_path)
    command = [sys.executable, "-m", "macros", "check", "--watch", "--root", str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        lines = iter(process.stdout or ())
        assert "没有发现问题。\n" in _until(lines, "没有发现问题。\n")
        edited(root, "data/registry/themes.yml", "themes:\n", "themes:\n\t- x\n")
        shown = _until(lines, "共 1 处：错误 1，警告 0，提醒 0。\n")
        assert "第 2 次检查。\n" in shown
        assert any("[Y04]" in line for line in shown)
        process.send_signal(signal.SIGINT)
        assert "不再检查。\n" in list(lines)
    assert process.returncode == 0


def _until(lines: Iterator[str], last: str) -> list[str]:
    """The lines up to one of these words."""
    return [*takewhile(lambda line: line != last, lines), last]


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp936"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=["locale-C", "cp936", "ascii"],
)
def test_always_utf_8(faulty: Path, environment: dict[str, str]) -> None:
    """Whatever the locale or code page, the same bytes come out, and they are UTF-8."""
    assert started("check", "--root", faulty, **environment) == run("check", "--root", faulty)


def test_colours_for_people_only(faulty: Path) -> None:
    """On a terminal the report is coloured; without the colours it is the same text."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "macros", "check", "--root", str(faulty)]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "40"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=slave, stdin=slave, env=environment):
        os.close(slave)
        raw = b""
        while chunk := _read(master):
            raw += chunk
    os.close(master)
    shown = raw.decode("utf-8").replace("\r\n", "\n")
    assert "\x1b[" in shown
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == run("check", "--root", faulty).out


def test_a_reader_that_leaves(faulty: Path) -> None:
    """A pipe that is closed early ends the command without a traceback."""
    command = [sys.executable, "-m", "macros", "check", "--root", str(faulty)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def _read(terminal: int) -> bytes:
    """The next bytes of a terminal; none at its end, which Linux reports as an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
