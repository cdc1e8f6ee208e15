"""Door 2: the shell."""

from __future__ import annotations

import sys

from macros.cli import run


def main() -> int:
    """Run the command that was typed; returns its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
