"""The store of finished files: what is in it is whole, or it is not in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.exports.making import Store


def test_what_was_put_is_got(tmp_path: Path) -> None:
    """The content comes back byte for byte, also the empty one; an unknown key gives nothing."""
    store = Store(tmp_path / "not" / "there yet")
    assert store.get("a") is None
    for content in (b"", b"content", bytes(range(256))):
        store.put("a", content)
        assert store.get("a") == content
    assert store.get("b") is None


@given(data=st.data())
def test_a_damaged_entry_is_no_entry(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever byte is altered and wherever the file is cut, nothing is got."""
    store = Store(tmp_path_factory.mktemp("store"))
    store.put("a", b"some content of a file")
    whole = (store.folder / "a").read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        damaged = whole[:at]
    else:
        damaged = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    (store.folder / "a").write_bytes(damaged)
    assert store.get("a") is None
    store.put("a", b"made again")
    assert store.get("a") == b"made again"


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    """A folder holds entries and nothing else, also if one cannot be put in place."""
    store = Store(tmp_path)
    store.put("a", b"content")
    (tmp_path / "b").mkdir()
    store.put("b", b"content")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
    assert store.get("b") is None


def test_a_folder_that_cannot_be_used_is_as_good_as_an_empty_one(tmp_path: Path) -> None:
    """Where a file stands in the folder's place, nothing is kept and nothing fails."""
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file")
    store.put("a", b"content")
    store.prune({"a"})
    assert store.get("a") is None


def test_pruning_keeps_what_is_used_and_as_many_of_the_newest(tmp_path: Path) -> None:
    """The entries in use stay, and beside them the newest others, as many again."""
    store = Store(tmp_path)
    for key, time in {"used": 0, "old": 20, "new": 30, "older": 10}.items():
        store.put(key, b"content")
        os.utime(tmp_path / key, (time, time))
    store.prune({"used"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "used"]


def test_what_is_got_counts_as_new(tmp_path: Path) -> None:
    """An entry that was asked for is not the next to go."""
    store = Store(tmp_path)
    for key in ("a", "b", "c"):
        store.put(key, b"content")
        os.utime(tmp_path / key, (0, 0))
    store.get("b")
    store.prune({"a"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
