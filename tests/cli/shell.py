"""Running the command as a shell does."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ran:
    """How a command ended; ``out`` and ``err`` are its streams, read as strict UTF-8."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """Run ``python -m macros`` with ``arguments`` and ``environment`` over our own."""
    done = subprocess.run(
        [sys.executable, "-m", "macros", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
