"""Running the command as a shell does: in a process of its own, with streams of its own."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.__main__ import main

_STREAMS = ("stdout", "stderr")

# Each process is forked from one that has read the program already: that takes a second each time.
_READ = multiprocessing.get_context("forkserver")
_READ.set_forkserver_preload(["macros.cli"])


@dataclass(frozen=True)
class Ran:
    """How a command ended; ``out`` and ``err`` are its streams, read as strict UTF-8."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, cwd: Path | None = None) -> Ran:
    """Run the command with ``arguments`` in ``cwd``, from its first function to its exit code."""
    with TemporaryDirectory() as folder:
        typed = ("clausebook", *map(str, arguments))
        given = (typed, cwd or Path.cwd(), dict(os.environ), Path(folder))
        process = _READ.Process(target=_child, args=given)
        process.start()
        process.join()
        out, err = (Path(folder, name).read_text(encoding="utf-8") for name in _STREAMS)
    assert process.exitcode is not None
    return Ran(process.exitcode, out, err)


def started(*arguments: str | Path, **environment: str) -> Ran:
    """Start ``python -m macros``; what Python reads as it starts is that of ``environment``."""
    done = subprocess.run(
        [sys.executable, "-m", "macros", *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def _child(typed: tuple[str, ...], cwd: Path, environment: dict[str, str], folder: Path) -> None:
    """Be the command: write to files in ``folder`` and end with its exit code."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    for number, name in enumerate(_STREAMS, 1):
        os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT), number)
        # Streams that could not say a word of Chinese if the program did not see to that.
        setattr(sys, name, open(number, "w", encoding="ascii", closefd=False))  # noqa: SIM115
    sys.argv = [*typed]
    sys.exit(main())
