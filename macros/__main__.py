"""The command ``clausebook``: the door of a shell."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> int:
    """Run the command that was typed; returns its exit code."""
    try:
        # Inside, as Ctrl+C while all of this is being read must end as quietly as later on.
        from macros.cli import run  # noqa: PLC0415

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
