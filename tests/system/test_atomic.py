"""Writing in one step: whole or not at all, with the permissions that belong there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.system import atomic
from tests.projects import REPOSITORY, contents


def test_all_or_none(tmp_path: Path) -> None:
    """If one of several files cannot be written, the others stay as they are, without leftovers."""
    (tmp_path / "one").write_text("old", encoding="utf-8")
    with pytest.raises(OSError, match="missing"):
        atomic.write_all({tmp_path / "one": "new", tmp_path / "missing" / "two": "new"})
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
    assert (tmp_path / "one").read_text(encoding="utf-8") == "old"


def test_what_cannot_be_encoded_leaves_nothing(tmp_path: Path) -> None:
    """Text that is no Unicode is refused before anything stands there."""
    with pytest.raises(UnicodeEncodeError):
        atomic.write(tmp_path / "file", "\udcff")
    assert [*tmp_path.iterdir()] == []


def test_permissions(tmp_path: Path) -> None:
    """An old file keeps its permissions; a new one has those that any program would give it."""
    old, new, usual = (tmp_path / name for name in ("old", "new", "usual"))
    old.touch()
    old.chmod(0o600)
    usual.touch()
    for path in (old, new):
        atomic.write(path, b"\r\n")
        assert path.read_bytes() == b"\r\n"
    assert old.stat().st_mode == usual.stat().st_mode & ~0o77
    assert new.stat().st_mode == usual.stat().st_mode


def test_data_never_goes_through_a_link(tmp_path: Path) -> None:
    """A link in the place of a data file makes way; what it led to, perhaps far away, stays."""
    (tmp_path / "far").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "far")
    atomic.write(tmp_path / "link", "new")
    assert not (tmp_path / "link").is_symlink()
    assert (tmp_path / "far").read_text(encoding="utf-8") == "old"


def test_a_link_and_a_pipe_stay_what_they_are(tmp_path: Path) -> None:
    """What is delivered to a link goes where it leads; what is no file is no file afterwards."""
    (tmp_path / "link").symlink_to(tmp_path / "file")
    atomic.deliver(tmp_path / "link", "text")
    atomic.deliver(Path(os.devnull), "text")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "text"
    assert not Path(os.devnull).is_file()


KILLED = """
import os, sys
from pathlib import Path
from macros.system import atomic
from tests.projects import REPOSITORY, contents
data, last, done = Path(sys.argv[1]), int(sys.argv[2]), 0
def watch(event, args):
    global done
    if event in ("open", "os.rename", "os.remove") and str(data.parent) in str(args[0]):
        done += 1
        if done > last:
            os._exit(9)
sys.addaudithook(watch)
names = ("one", "two", "three/four")
atomic.write_all({data / name: "new" for name in names}, data.parent / "journal")
"""


def test_killed_at_any_step_several_files_are_one_change(tmp_path: Path) -> None:
    """Wherever a process dies, all files are old, or all are new once somebody has recovered."""
    data, journal = tmp_path / "data", tmp_path / "journal"
    files = [data / "one", data / "two", data / "three" / "four"]
    files[-1].parent.mkdir(parents=True)
    stood = []
    for last in range(40):
        for path in files:
            path.write_text("old", encoding="utf-8")
        command = [sys.executable, "-S", "-c", KILLED, data, str(last)]
        killed = subprocess.run(command, cwd=REPOSITORY, check=False).returncode == 9
        before = {path: path.read_text(encoding="utf-8") for path in files}
        recovered = atomic.recover(journal, data)
        (words,) = {path.read_text(encoding="utf-8") for path in files}
        assert {*recovered} <= {path for path, was in before.items() if was == "old"}
        assert not journal.exists()
        stood.append(words)
        if not killed:
            break
    assert stood == sorted(stood, reverse=True)
    assert {*stood} == {"old", "new"}
    assert len(stood) > 10


def test_a_journal_of_somebody_elses_is_not_followed(tmp_path: Path) -> None:
    """What comes with foreign data writes nothing anywhere: such a journal only goes."""
    data, journal = tmp_path / "data", tmp_path / "journal"
    (data / "sub").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (data / "link").symlink_to(tmp_path / ".git")
    for folder in (data, tmp_path, tmp_path / ".git"):
        (folder / ".writing-1").write_text("evil", encoding="utf-8")
    (data / "evil").write_text("evil", encoding="utf-8")
    before = contents(tmp_path)
    for steps in (
        [["data/.writing-1", ".git/config"]],
        [[".git/.writing-1", ".git/config"]],
        [["data/link/.writing-1", "data/link/config"]],
        [["data/sub/../../.writing-1", "data/sub/../../config"]],
        [[".writing-1", "mkdocs.yml"]],
        [["data/evil", "data/good"]],
        [["data/.writing-1", 3]],
        {"data/.writing-1": "x"},
        3,
    ):
        journal.write_text(json.dumps(steps), encoding="utf-8")
        assert atomic.recover(journal, data) == ()
        assert contents(tmp_path) == before
