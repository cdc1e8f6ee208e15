"""What several verbs are told in the same way."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.words.catalogue import say

ID = say("help.review.id.metavar")
"""What stands for an id in a verb's help."""

Root = Annotated[
    Path, typer.Option("--root", metavar=say("help.root.metavar"), help=say("help.root"))
]


class Format(StrEnum):
    """For whom findings are listed: people, or programs."""

    TEXT = "text"
    JSON = "json"


Listed = Annotated[
    Format, typer.Option("--format", metavar="|".join(Format), help=say("help.verify.format"))
]
