"""What a killed command left in a project's data: finished, or cleared away."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.data.project import LOCK
from macros.data.rewrite import JOURNAL
from macros.system import atomic
from macros.system.lock import BusyError, locked

IMPORTING = ".import-"
"""How the name of a folder begins that is not in its place among the documents yet."""


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
