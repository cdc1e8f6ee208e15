"""Writing in one step: whole or not at all, with the permissions that belong there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.system import atomic


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
