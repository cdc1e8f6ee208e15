"""Many files written at once: a process a core, or one after the other where that is as quick."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from macros.exports.making.recipes import write
from macros.views.offers import Use

# A process has to start and to read the program first: for fewer files that does not pay.
_FEW = 12


class MakeError(Exception):
    """A file could not be made; ``name`` is the file's, ``reason`` says why."""

    def __init__(self, name: str, reason: str) -> None:
        """Keep both for the sentence that is said."""
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be written under ``name``: what for, in which format, with what in it.

    ``fingerprint`` is that of what was ``gathered``, ``version`` what the file shows of it.
    """

    name: str
    use: Use
    format: str
    gathered: object
    fingerprint: str
    version: str


def written(jobs: Sequence[Job], processes: int | None = None) -> Iterator[tuple[int, bytes]]:
    """The content of each file and the place of its job, as they are finished.

    ``processes`` is at most how many work at once; without it, one a core. Raises MakeError for the
    first that cannot be made.
    """
    at_once = min(processes or os.cpu_count() or 1, len(jobs))
    left = set(range(len(jobs)))
    if at_once > 1 and len(jobs) >= _FEW:
        try:
            for place, content in _at_once(jobs, at_once):
                left.remove(place)
                yield place, content
        except (BrokenProcessPool, OSError):
            pass  # a system that starts no processes, or ends them: what is left is written here
    for place in sorted(left):
        yield place, _content(jobs[place], _write(jobs[place]))


def _at_once(jobs: Sequence[Job], processes: int) -> Iterator[tuple[int, bytes]]:
    # Spawned everywhere, as Windows and macOS do it: a fork copies threads' locks as they stand.
    pool = ProcessPoolExecutor(
        processes, multiprocessing.get_context("spawn"), initializer=_leave_ctrl_c_to_the_parent
    )
    try:
        places = {pool.submit(_write, job): place for place, job in enumerate(jobs)}
        for done in as_completed(places):
            yield places[done], _content(jobs[places[done]], done.result())
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _write(job: Job) -> bytes | str:
    """The content, or why there is none: an exception might not survive the way back."""
    try:
        return write(job.use, job.format, job.gathered, job.version)
    except Exception as error:  # whatever a library raises, the build says which file it was
        return str(error) or type(error).__name__


def _content(job: Job, made: bytes | str) -> bytes:
    if isinstance(made, str):
        raise MakeError(job.name, made)
    return made
