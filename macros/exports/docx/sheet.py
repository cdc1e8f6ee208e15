"""The sheet for signing in and for the minutes, on a page of its own."""

from __future__ import annotations

from macros.exports.docx.paper import Paper
from macros.exports.docx.styles import WIDTH
from macros.words.files import say

_FACTS = ("time", "place", "chair", "keeper")
_TODO = ("what", "who", "when")
_NAMES, _ROWS, _POINTS, _LATER, _DEEDS = 5, 5, 5, 2, 3


def write(paper: Paper, name: str, ordinal: int | None) -> None:
    """The sheet of a meeting; ``ordinal`` is its place among several."""
    several = "sheet.title.several" if ordinal else "sheet.title"
    title = say(several, ordinal=ordinal)
    paper.heading(1, title, new_page=True)
    paper.paragraph("Note", name)
    _grid(paper, title, [say(f"sheet.{fact}") for fact in _FACTS], 1)
    paper.heading(3, say("sheet.signed"))
    _grid(paper, say("sheet.signed"), [""] * _NAMES, _ROWS)
    for part, lines in (("points", _POINTS), ("later", _LATER)):
        paper.heading(3, say(f"sheet.{part}"))
        for _ in range(lines):
            paper.paragraph("Line", "\t")
    paper.heading(3, say("sheet.todo"))
    _grid(paper, say("sheet.todo"), [say(f"sheet.todo.{deed}") for deed in _TODO], _DEEDS)


def _grid(paper: Paper, title: str, columns: list[str], rows: int) -> None:
    """A table to be filled in by hand."""
    widths = (WIDTH // len(columns),) * len(columns)
    heads = columns if any(columns) else ()
    paper.table(title, widths, heads, [([],) * len(columns)] * rows, height=450)
