"""Commands killed at random times, as a command: python -m tests.faults N.

Each of N rounds takes a small project, starts a command that writes, and kills it. Then the next
command must leave either all that stood before, or all that the whole command makes; a fixed seed
makes the rounds the same each time, but for the machine's own timing.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tests.projects import REPOSITORY, contents, project

TEXT = "".join(f"第{number}条　各班设图书角，由班主任负责。\n" for number in "一二三四五六七八九十")
# What is typed; all of these write several files or a folder, or one file in the midst of others.
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "schema": ("schema",),
    "fmt": ("fmt",),
    "import": ("import", "text.txt", "--id", "shelf"),
    "retire": ("retire", "a01", "--why", "不再实行"),
    "review": ("review", "a01d1", "library-office", "--by", "张三", "--on", "2026-03-01"),
}


def sloppy(folder: Path) -> Path:
    """A small project with something to do for each of the commands."""
    root = project(folder)
    (root / "text.txt").write_text(TEXT, encoding="utf-8")
    for path in sorted((root / "data").rglob("*.yml")):
        path.write_text(f"\n\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    return root


def started(root: Path, name: str) -> subprocess.Popen[bytes]:
    """The command under way."""
    return subprocess.Popen(
        [sys.executable, "-m", "macros", *COMMANDS[name], "--root", str(root)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def data(root: Path) -> dict[str, bytes]:
    """Every file of a project that counts, leftovers and locks with them."""
    return {name: held for name, held in contents(root).items() if name != ".data-lock"}


def killed(folder: Path, name: str, choice: random.Random) -> str:
    """How a round of the command ``name`` ended: old, new, or what else stood there."""
    before = sloppy(folder / "before")
    whole = Path(shutil.copytree(before, folder / "whole"))
    with started(whole, name) as process:
        assert process.wait() == 0, name
    root = Path(shutil.copytree(before, folder / "root"))
    with started(root, name) as process:
        # It is killed while it writes: soon after its lock stands there.
        while process.poll() is None and not (root / ".data-lock").exists():
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.01)
        with suppress(subprocess.TimeoutExpired):
            process.wait(choice.random() * 0.5)
        process.send_signal(signal.SIGKILL)
    subprocess.run(
        [sys.executable, "-m", "macros", "fmt", "--check", "--root", str(root)],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    stands = data(root)
    if stands == data(before):
        return "old"
    return "new" if stands == data(whole) else "mixed"


def rounds(times: int) -> Counter[tuple[str, str]]:
    """How many rounds of each command ended how; the commands take turns."""
    choice = random.Random(14)
    ended: Counter[tuple[str, str]] = Counter()
    for number in range(times):
        name = tuple(COMMANDS)[number % len(COMMANDS)]
        with tempfile.TemporaryDirectory() as folder:
            ended[name, killed(Path(folder), name, choice)] += 1
    return ended


def main(times: int) -> int:
    """Print how the rounds ended; how many of them left neither the old nor the new."""
    ended = rounds(times)
    for (name, how), count in sorted(ended.items()):
        sys.stdout.write(f"{name} {how}: {count}\n")
    return sum(count for (_, how), count in ended.items() if how == "mixed")


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]))))
