"""Reading a revision that somebody crafted: refused, and nothing is written anywhere else."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from macros.commands.diff import library
from macros.commands.errors import MisuseError
from macros.system.git import UnsafeTreeError, checked_out
from tests.cli.test_diff import git

FILE, FOLDER, LINK = "100644", "40000", "120000"
Entry = tuple[str, str, str]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An empty repository."""
    root = tmp_path / "kept"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    return root


def _object(root: Path, kind: str, content: bytes) -> str:
    command = ["git", "-C", root, "hash-object", "-w", "-t", kind, "--literally", "--stdin"]
    return subprocess.run(command, input=content, check=True, capture_output=True).stdout.decode()[
        :-1
    ]


def _tree(root: Path, entries: Iterable[Entry]) -> str:
    """A tree of exactly these entries, which git itself would refuse to make."""
    content = b"".join(
        f"{mode} {name}\0".encode() + bytes.fromhex(hash_) for mode, name, hash_ in entries
    )
    return _object(root, "tree", content)


def _commit(root: Path, data: Iterable[Entry]) -> str:
    top = _tree(root, [(FOLDER, "data", _tree(root, data))])
    return git(root, "commit-tree", top, "-m", "crafted").strip()


def _crafted(root: Path, name: str, outside: Path) -> list[Entry]:
    """The entries of the folder ``data`` that try to get out, or in each other's way."""
    blob = _object(root, "blob", b"evil\n")
    link = _object(root, "blob", str(outside).encode())
    inner = _tree(root, [(FILE, "evil.yml", blob)])
    up = _tree(root, [(FOLDER, "..", inner)])
    return {
        "a link, then a folder of its name": [(LINK, "x", link), (FOLDER, "x", inner)],
        "a folder, then a link of its name": [(FOLDER, "x", inner), (LINK, "x", link)],
        "one file twice": [(FILE, "x.yml", blob), (FILE, "x.yml", blob)],
        "a file above": [(FILE, "..", blob)],
        "a folder above": [(FOLDER, "..", up)],
        "a folder with no name of its own": [(FOLDER, ".", inner)],
        "a file in a name": [(FILE, "../../evil.yml", blob)],
        "another disk": [(FILE, "C:evil.yml", blob)],
        "a folder above, on Windows": [(FILE, "..\\..\\evil.yml", blob)],
    }[name]


@pytest.mark.parametrize(
    "name",
    [
        "a link, then a folder of its name",
        "a folder, then a link of its name",
        "one file twice",
        "a file above",
        "a folder above",
        "a folder with no name of its own",
        "a file in a name",
        "another disk",
        "a folder above, on Windows",
    ],
)
def test_a_crafted_tree_is_refused(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A name twice, or one that leads elsewhere: a sentence, and no file anywhere."""
    outside, temporary = tmp_path / "outside", tmp_path / "temporary"
    outside.mkdir()
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    commit = _commit(kept, _crafted(kept, name, outside))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnsafeTreeError), checked_out(kept, commit):
        pass
    with pytest.raises(MisuseError) as refused:
        library(kept, commit)
    assert refused.value.key == "diff.unsafe"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_tree_that_unfolds_without_end_is_refused(kept: Path) -> None:
    """Fourteen small trees that stand for a hundred million million files."""
    here = _tree(kept, [(FILE, "x.yml", _object(kept, "blob", b""))])
    for _ in range(14):
        here = _tree(kept, [(FOLDER, f"{number}", here) for number in range(10)])
    top = _tree(kept, [(FOLDER, "data", here)])
    commit = git(kept, "commit-tree", top, "-m", "crafted").strip()
    with pytest.raises(UnsafeTreeError), checked_out(kept, commit):
        pass


def test_more_bytes_than_any_library_has_are_refused(kept: Path) -> None:
    """One file of 64 MiB under nine names, which git keeps once."""
    blob = _object(kept, "blob", bytes(64 * 1024 * 1024))
    commit = _commit(kept, [(FILE, f"{number}.yml", blob) for number in range(9)])
    with pytest.raises(UnsafeTreeError), checked_out(kept, commit):
        pass


def test_a_link_is_still_seen_as_one(kept: Path) -> None:
    """The store refuses links, so it must be shown them, beside files of names like theirs."""
    entries = [
        (LINK, "a", _object(kept, "blob", b"/nowhere")),
        (FILE, "a.yml", _object(kept, "blob", b"text\n")),
    ]
    with checked_out(kept, _commit(kept, entries)) as folder:
        assert (folder / "data" / "a").is_symlink()
        assert (folder / "data" / "a.yml").read_bytes() == b"text\n"
