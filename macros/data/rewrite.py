"""Changing a file of a project in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.data.draft import Draft
from macros.data.files import kind_of
from macros.data.load import require_project
from macros.system import atomic
from macros.system.lock import BusyError, locked


def opened(root: Path, file: str) -> Draft:
    """The draft of the data file shown as ``file``, the path below ``root``.

    UnreadableError if it has faults, OSError if it cannot be opened, ValueError if files of this
    name hold no record.
    """
    record = kind_of(file)
    if record is None:
        raise ValueError(f"no data file: {file}")
    return Draft.read((root / file).read_bytes(), record, file)


def rewrite(root: Path, file: str, change: Callable[[Draft], Draft]) -> Draft:
    """Write what ``change`` makes of a data file, in one step; what was written.

    Raises what :func:`opened` and ``change`` raise; nothing is written then.
    """
    draft = change(opened(root, file))
    atomic.write(root / file, draft.text)
    return draft


LOCK = ".data-lock"
"""What stands in a project's folder while somebody writes its data."""


@contextmanager
def turn(root: Path) -> Iterator[None]:
    """Hold the data of the project in ``root``, for a block that reads, changes and writes it.

    Raises NoDataError if ``root`` is no project, ``lock.BusyError`` with the path of the lock if it
    is another program's turn, OSError.
    """
    require_project(root)
    with locked(root / LOCK):
        yield


JOURNAL = ".data-journal"
"""What stands in a project's folder while several files of it become new together."""
IMPORTING = ".import-"
"""How the name of a folder begins that is not in its place among the documents yet."""


def write_together(root: Path, texts: Mapping[str, str]) -> None:
    """Write files of a project, by their paths below ``root``, as one change. OSError."""
    contents = {root / file: text for file, text in texts.items()}
    for path in contents:
        path.parent.mkdir(exist_ok=True)
    atomic.write_all(contents, root / JOURNAL)


@dataclass(frozen=True, slots=True)
class Mended:
    """What a killed command left: files whose change was brought to its end, drafts cleared away.

    Both by their paths below the project's folder.
    """

    finished: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()


def mend(root: Path) -> Mended:
    """Finish or clear away what a killed command left in the data of the project in ``root``.

    Does nothing where there is no project, or while another command writes.
    """
    if not (root / JOURNAL).exists() and not any(_drafts(root)):
        return Mended()
    try:
        with locked(root / LOCK):
            finished = atomic.recover(root / JOURNAL, root / "data")
            drafts = [*_drafts(root)]
            for path in drafts:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink(missing_ok=True)
    except (BusyError, OSError):
        # Whoever may not write here may still read; what writes will say what is in its way.
        return Mended()
    return Mended(_shown(root, finished), _shown(root, drafts))


def _drafts(root: Path) -> Iterator[Path]:
    """What is not in its place yet, and nobody's but ours by its name."""
    data = root / "data"
    if data.is_dir():
        yield from data.glob(f"documents/{IMPORTING}*")
        yield from data.rglob(f"{atomic.PREFIX}*")
        yield from root.glob(f"{atomic.PREFIX}*")


def _shown(root: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(sorted({path.relative_to(root).as_posix() for path in paths}))
