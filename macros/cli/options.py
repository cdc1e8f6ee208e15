"""Options that several verbs have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.words import say

Root = Annotated[
    Path, typer.Option("--root", metavar=say("help.root.metavar"), help=say("help.root"))
]
