"""How a text is to be read, and what reading it comes to."""

from __future__ import annotations

from dataclasses import dataclass

from macros.importing.lines import TextLine
from macros.importing.marks import NumberingStyle
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.punctuation import BLANKS


@dataclass(frozen=True, slots=True)
class Choices:
    """What an editor decides where a text can be read in more than one way.

    ``measures`` are the styles that number its measures; none: as the text shows. ``titled`` says
    whether the first sentence of a measure is its title; None: as the text shows.
    ``numbers_stand`` takes numbers that jump or occur twice for what the text wants.
    """

    measures: frozenset[NumberingStyle] = frozenset()
    titled: bool | None = None
    numbers_stand: bool = False


AS_THE_TEXT_SHOWS = Choices()
"""An editor who decides nothing: what is not plain is refused."""


class RefusedError(Exception):
    """The text cannot be read in one way only; ``findings`` say where and why."""

    def __init__(self, findings: tuple[Diagnostic, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


def refused(code: str, file: str, line: TextLine, *others: TextLine, **params: str) -> RefusedError:
    """A refusal at a line, with other lines that belong to it."""
    also = tuple(_at(file, other) for other in others)
    shown = {"line": line.text.strip(BLANKS)[:30], **params}
    return RefusedError((Diagnostic(code, _at(file, line), shown, also=also),))


def _at(file: str, line: TextLine) -> Location:
    indent = len(line.text) - len(line.text.lstrip(BLANKS))
    return Location(file, line.number, indent + 1)
