"""Writing to the terminal or a pipe: always UTF-8, coloured only for people."""

from __future__ import annotations

import re
import sys
from io import TextIOWrapper

from rich.console import Console
from rich.text import Text

from macros.words import say

# The head of a finding, as macros.report writes it: place, severity, code.
_HEAD = r"^(?P<place>[^ \n]\S*): (?P<{severity}>{word})\[(?P<code>\w+)\]"
_STYLES = {"place": "bold", "error": "bold red", "warning": "yellow", "notice": "cyan"}


def prepare() -> None:
    """Make both streams speak UTF-8, whatever the locale or code page says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def show(words: str) -> None:
    """Write ``words`` to standard output, with colours if it is a terminal."""
    text = words if words.endswith("\n") else f"{words}\n"
    if not sys.stdout.isatty():
        sys.stdout.write(text)
        return
    Console().print(_coloured(text), end="", soft_wrap=True)


def complain(words: str) -> None:
    """Write ``words`` to standard error, behind what was shown before."""
    sys.stdout.flush()
    sys.stderr.write(f"{words}\n")


def _coloured(text: str) -> Text:
    shown = Text(text)
    for severity in ("error", "warning", "notice"):
        pattern = _HEAD.format(severity=severity, word=re.escape(say(f"severity.{severity}")))
        for match in re.finditer(pattern, text, re.MULTILINE):
            shown.stylize(_STYLES["place"], *match.span("place"))
            shown.stylize(_STYLES[severity], *match.span(severity))
    return shown
