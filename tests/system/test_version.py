"""The data version names exactly one state of the data."""

from __future__ import annotations

from pathlib import Path

from macros.system.version import data_version


def _folder(root: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root


def test_place_does_not_matter(tmp_path: Path) -> None:
    """Two folders with the same files have one version."""
    files = {"b.yml": "1", "sub/a.yml": "2"}
    assert data_version(_folder(tmp_path / "x", files)) == data_version(
        _folder(tmp_path / "y", files)
    )


def test_content_and_names_matter(tmp_path: Path) -> None:
    """Another byte, another name, or the border between two files moved: another version."""
    states = [{"a": "12", "b": "3"}, {"a": "1", "b": "23"}, {"a": "12", "c": "3"}, {"a": "123"}]
    versions = {data_version(_folder(tmp_path / str(n), files)) for n, files in enumerate(states)}
    assert len(versions) == len(states)


def test_backups_do_not_matter(tmp_path: Path) -> None:
    """Hidden files, a system's droppings and an editor's backup copies are no data."""
    plain = data_version(_folder(tmp_path / "x", {"a": "1"}))
    files = {"a": "1", ".a.swp": "x", "a~": "y", ".git/config": "z", "b/Thumbs.db": "0"}
    assert data_version(_folder(tmp_path / "y", files)) == plain
