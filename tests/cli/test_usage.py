"""What is typed wrongly, and what goes wrong: always a Chinese sentence and exit code 2."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.cli.app import app
from macros.cli.errors import explained
from tests.cli.shell import run, started
from tests.projects import BASE

VERBS = sorted(command.name or "" for command in app.registered_commands)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (["chek"], ["没有“chek”这个命令", "您是否想写“check”？", "clausebook --help"]),
        (["check", "--fromat", "json"], ["没有“--fromat”这个选项", "您是否想写“--format”？"]),
        (
            ["check", "--format", "xml"],
            ["“--format”的值不对", "text / json / github /"],
        ),
        (["check", "--root"], ["“--root”后面要写一个值"]),
        (["check", "here"], ["命令写得不对", "clausebook check --help"]),
        (["--verbose"], ["没有“--verbose”这个选项"]),
    ],
    ids=" ".join,
)
def test_typed_wrongly(typed: list[str], says: list[str]) -> None:
    """A command that makes no sense is answered in Chinese: what was meant, where help is."""
    ran = run(*typed)
    assert (ran.code, ran.out) == (2, "")
    for words in says:
        assert words in ran.err


def test_no_data(tmp_path: Path) -> None:
    """A folder that is no project cannot be checked; the folder is named."""
    ran = run("check", "--root", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert str(tmp_path) in ran.err
    assert "data/" in ran.err


def test_no_verb() -> None:
    """Without a verb the help is shown, and nothing was done."""
    ran = run()
    assert (ran.code, ran.err) == (2, "")
    assert ran.out == run("--help").out


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_is_chinese_and_whole(verb: str) -> None:
    """The help of each verb shows each of its options, with not a word of the library's English."""
    ran = run(*filter(None, [verb]), "--help")
    assert ran.code == 0
    assert ran.out.startswith("用法：clausebook")
    for word in ("Usage", "Options", "Commands", "Arguments", "Show", "default", "required"):
        assert word not in ran.out
    for name in VERBS if not verb else ("--root", "  -h, --help\n"):
        assert name in ran.out


def test_help_of_a_group_leads_to_its_own_verbs() -> None:
    """What is said of more help names a verb of the group that was asked about."""
    assert "clausebook check --help" in run("--help").out
    assert "clausebook new duty --help" in run("new", "--help").out


def test_the_unexpected(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception nobody foresaw ends with a sentence; the traceback comes only when asked for."""
    monkeypatch.delenv("CLAUSEBOOK_DEBUG", raising=False)
    with explained() as stopped:
        raise ZeroDivisionError
    quiet = capfd.readouterr().err
    assert stopped.code == 2
    assert "ZeroDivisionError" in quiet
    assert "Traceback" not in quiet
    monkeypatch.setenv("CLAUSEBOOK_DEBUG", "1")
    with explained():
        raise ZeroDivisionError
    assert "Traceback" in capfd.readouterr().err


def test_the_installed_command_is_the_module() -> None:
    """``clausebook`` and ``python -m macros`` are one program."""
    from importlib.metadata import entry_points

    (command,) = entry_points(group="console_scripts", name="clausebook")
    assert command.value == "macros.__main__:main"
    assert started("check", "--root", BASE).code == 0


def test_ctrl_c_while_the_program_is_being_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever ends a command in its first half second sees no traceback either."""

    class Impatient:
        def find_spec(self, *_: object) -> None:
            raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "macros.cli")
    monkeypatch.setattr(sys, "meta_path", [Impatient()])
    assert main() == 130


def test_what_is_typed_does_not_steer_the_terminal() -> None:
    """An escape sequence in an id or a name is shown as pictures, what is unseen as numbers."""
    ran = run("review", "\x1b[31m\x9bi\u200bd", "--by", "甲", "--on", "2026-09-01", "--root", BASE)
    assert ran.code == 2
    assert "“␛[31m<U+009B>i<U+200B>d”" in ran.err


def test_closed_streams() -> None:
    """Whoever closes our streams gets the exit code all the same, and no traceback."""
    shell = f'"{sys.executable}" -m macros check --root "$1" >&-; echo $?'
    done = subprocess.run(
        ["sh", "-c", shell, "sh", BASE], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("0\n", "")
