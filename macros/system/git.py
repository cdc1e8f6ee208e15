"""Data as it stood in a revision of git, read without touching the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from macros.text.suggest import nearest

_DATA = "data"
_NAMED = ("refs/heads", "refs/tags", "refs/remotes")
_LINK = "120000"
_FILES = frozenset({"100644", "100755"})
_BATCH = re.compile(rb"[0-9a-f]+ blob ([0-9]+)\n")


class NoGitError(Exception):
    """There is no git on this computer, or it does not want to read here; ``said`` is its word."""

    def __init__(self, root: Path, said: str = "") -> None:
        super().__init__(root)
        self.said = said


class UnknownRevisionError(Exception):
    """No commit goes by this name.

    ``suggestion`` is the branch or tag that was probably meant, or None; ``shallow`` says that only
    a part of the history is here, so that the commit may be elsewhere.
    """

    def __init__(self, name: str, suggestion: str | None, *, shallow: bool) -> None:
        super().__init__(name)
        self.name = name
        self.suggestion = suggestion
        self.shallow = shallow


class NoDataThenError(Exception):
    """In this revision there was no data yet."""


@contextmanager
def checked_out(root: Path, revision: str) -> Iterator[Path]:
    """A folder that holds ``data`` as the project in ``root`` had it in ``revision``.

    It is gone at the end of the block. Bytes are those that were committed: no line end is turned,
    whatever the settings of git. Raises NoGitError, UnknownRevisionError or NoDataThenError.
    """
    commit = resolved(root, revision)
    with tempfile.TemporaryDirectory(prefix="clausebook-") as name:
        folder = Path(name)
        if not _write(root, commit, folder):
            raise NoDataThenError(revision)
        yield folder


def resolved(root: Path, revision: str) -> str:
    """The commit that ``revision`` names, as git's 40 digits; raises as ``checked_out`` does."""
    _git(root, "rev-parse", "--git-dir")
    # A name that begins with a dash would be an option.
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    commit = _git(root, *asked, may_fail=True)
    if commit is None:
        raise _unknown(root, revision)
    return commit.decode().strip()


def _unknown(root: Path, revision: str) -> UnknownRevisionError:
    listed = _git(root, "for-each-ref", "--format=%(refname:short)", *_NAMED)
    names = (listed or b"").decode(errors="replace").split()
    shallow = (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    return UnknownRevisionError(revision, nearest(revision, names), shallow=shallow)


def _write(root: Path, commit: str, folder: Path) -> bool:
    """Write every file below ``data``; False if there is none."""
    listed = (_git(root, "ls-tree", "-r", "-z", commit, "--", _DATA) or b"").split(b"\0")
    entries = [(*entry.split(b"\t", 1),) for entry in listed if entry]
    kinds = [(head.decode().split(), os.fsdecode(name)) for head, name in entries]
    blobs = [(mode, hash_, name) for (mode, kind, hash_), name in kinds if kind == "blob"]
    asked = "".join(f"{hash_}\n" for _, hash_, _ in blobs).encode()
    contents = _blobs(root, _git(root, "cat-file", "--batch", given=asked) or b"")
    for (mode, _, name), content in zip(blobs, contents, strict=True):
        path = _inside(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if mode in _FILES:
            path.write_bytes(content)
        elif mode == _LINK:
            # As a link, since the store refuses links and must see that it is one.
            path.symlink_to(os.fsdecode(content))
    return bool(blobs)


def _inside(folder: Path, name: str) -> Path:
    """The path of a file in ``folder``; a name that would lead out of it cannot be one of git's."""
    steps = PurePosixPath(name).parts
    if ".." in steps or name.startswith("/"):
        raise ValueError(name)
    return folder.joinpath(*steps)


def _blobs(root: Path, answer: bytes) -> Iterator[bytes]:
    """The contents in what ``git cat-file --batch`` answers; NoGitError if it lacks one of them."""
    at = 0
    while head := _BATCH.match(answer, at):
        size = int(head[1])
        yield answer[head.end() : head.end() + size]
        at = head.end() + size + 1
    if at < len(answer):
        raise NoGitError(root, answer[at:].decode(errors="replace").partition("\n")[0])


def _git(
    root: Path, *arguments: str, given: bytes | None = None, may_fail: bool = False
) -> bytes | None:
    """What git answers; None if it fails and may. Raises NoGitError if it cannot be run."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise NoGitError(root) from error
    if done.returncode:
        if may_fail:
            return None
        raise NoGitError(root, done.stderr.decode(errors="replace").partition("\n")[0])
    return done.stdout
