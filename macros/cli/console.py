"""The terminal or pipe a command writes to, and the options that every command shares."""

from __future__ import annotations

import os
import re
import sys
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from macros.data.recovery import mend
from macros.words.catalogue import say

# The head of a finding, as macros.check.report writes it: place, severity, code.
_HEAD = r"^(?P<place>[^ \n]\S*): (?P<{severity}>{word})\[(?P<code>\w+)\]"
# What was typed or stands in a name must not steer the terminal: a picture or number stands for it.
_PICTURES = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"},
    **{code: f"<U+{code:04X}>" for code in range(0x7F, 0xA0)},
}
# Nor may it hide why nothing has such a name.
_UNSEEN = {
    code: f"<U+{code:04X}>"
    for code in (
        0xAD,
        *range(0x200B, 0x2010),
        *range(0x2028, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
    )
}
_STYLES = {"place": "bold", "error": "bold red", "warning": "yellow", "notice": "cyan"}


def prepare() -> None:
    """Make both streams speak UTF-8, whatever the locale or code page says.

    One that was closed by whoever started us swallows what it is told.
    """
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def show(words: str) -> None:
    """Write ``words`` to standard output, with colours if it is a terminal."""
    text = _tame(words if words.endswith("\n") else f"{words}\n")
    if not sys.stdout.isatty():
        sys.stdout.write(text)
        return
    Console().print(_coloured(text), end="", soft_wrap=True)


def complain(words: str) -> None:
    """Write ``words`` to standard error, behind what was shown before."""
    sys.stdout.flush()
    sys.stderr.write(_tame(f"{words}\n").translate(_UNSEEN))


def _tame(text: str) -> str:
    return text.translate(_PICTURES)


def _coloured(text: str) -> Text:
    shown = Text(text)
    for severity in ("error", "warning", "notice"):
        pattern = _HEAD.format(severity=severity, word=re.escape(say(f"severity.{severity}")))
        for match in re.finditer(pattern, text, re.MULTILINE):
            shown.stylize(_STYLES["place"], *match.span("place"))
            shown.stylize(_STYLES[severity], *match.span(severity))
    return shown


ID = say("help.review.id.metavar")
"""What stands for an id in a verb's help."""


def _mended(root: Path) -> Path:
    """``root``, after saying what was left there by a killed command and is put in order now."""
    mended = mend(root)
    for file in mended.finished:
        complain(say("mended.finished", file=file))
    for file in mended.cleared:
        complain(say("mended.cleared", file=file))
    return root


Root = Annotated[
    Path,
    typer.Option(
        "--root", metavar=say("help.root.metavar"), help=say("help.root"), callback=_mended
    ),
]


class FindingsFormat(StrEnum):
    """For whom findings are listed: people, or programs."""

    TEXT = "text"
    JSON = "json"


Listed = Annotated[
    FindingsFormat,
    typer.Option("--format", metavar="|".join(FindingsFormat), help=say("help.verify.format")),
]
