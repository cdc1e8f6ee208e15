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
# Far more than any library: how many bytes the list of its files has, and how many they have.
_MOST_LISTED = 16 * 1024 * 1024
_MOST_BYTES = 512 * 1024 * 1024
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


class UnsafeTreeError(Exception):
    """The revision holds what nobody can write down safely; ``path`` is where."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@contextmanager
def checked_out(root: Path, revision: str) -> Iterator[Path]:
    """A folder that holds ``data`` as the project in ``root`` had it in ``revision``.

    It is gone at the end of the block. Bytes are those that were committed: no line end is turned,
    whatever the settings of git. Raises NoGitError, UnknownRevisionError, NoDataThenError, or
    UnsafeTreeError before anything is written.
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
    listed = _listed(root, commit)
    _refuse_unsafe([name for *_, name in listed])
    blobs = [(mode, hash_, name) for mode, kind, hash_, name in listed if kind == "blob"]
    asked = "".join(f"{hash_}\n" for _, hash_, _ in blobs).encode()
    contents = _blobs(root, _git(root, "cat-file", "--batch", given=asked) or b"")
    links = []
    for (mode, _, name), content in zip(blobs, contents, strict=True):
        path = folder.joinpath(*name.split("/"))
        if mode in _FILES:
            path.parent.mkdir(parents=True, exist_ok=True)
            # "x": where names differ only in what this disk takes for the same, none is written on.
            with path.open("xb") as file:
                file.write(content)
        elif mode == _LINK:
            links.append((path, os.fsdecode(content)))
    # As links, since the store refuses links and must see that they are some; last, so that nothing
    # is written through one.
    for path, target in links:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)
    return bool(blobs)


def _listed(root: Path, commit: str) -> list[tuple[str, str, str, str]]:
    """Mode, kind, hash and name of every entry below ``data``; UnsafeTreeError if too much.

    A few small trees that hold each other many times over list without end, and a blob of nothing
    but zeros is short in git and long on the disk.
    """
    command = ["git", "-C", str(root), "ls-tree", "-r", "-l", "-z", commit, "--", _DATA]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        answer = process.stdout.read(_MOST_LISTED + 1)
        if len(answer) > _MOST_LISTED:
            process.kill()
            raise UnsafeTreeError(_DATA)
    if process.returncode:
        # Asked again for what git says about it.
        _git(root, *command[3:])
    entries = [entry.split(b"\t", 1) for entry in answer.split(b"\0") if entry]
    found = []
    total = 0
    for head, path in entries:
        mode, kind, hash_, size = head.decode().split()
        name = os.fsdecode(path)
        found.append((mode, kind, hash_, name))
        # Of what git lacks, it does not know the size; asked for the content, it will say so.
        total += int(size) if size.isdigit() else 0
        if total > _MOST_BYTES:
            raise UnsafeTreeError(name)
    return found


def _refuse_unsafe(names: list[str]) -> None:
    """UnsafeTreeError for a tree that git itself would not make: its files cannot all be written.

    That is a name that leads elsewhere, one that stands there twice, and one that is a file and a
    folder at once.
    """
    seen: set[str] = set()
    for name in names:
        steps = name.split("/")
        if name in seen or not all(map(_is_safe, steps)):
            raise UnsafeTreeError(name)
        seen.add(name)
    for name in names:
        if any(str(parent) in seen for parent in PurePosixPath(name).parents):
            raise UnsafeTreeError(name)


def _is_safe(step: str) -> bool:
    # On Windows a backslash parts folders, and a colon leads to another disk.
    return step not in ("", ".", "..") and not any(sign in step for sign in "\\:")


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
