"""The only room that knows the command-line library: verbs, options, colours, exit codes."""

from macros.cli.app import run

__all__ = ["run"]
