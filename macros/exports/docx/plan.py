"""The plan of a study guide: what takes how many minutes."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.docx import elements as words
from macros.exports.docx.elements import Element
from macros.exports.docx.paper import Paper
from macros.exports.docx.styles import WIDTH
from macros.knowledge.citations import numbered
from macros.views.guide import GuideView
from macros.views.parts import guide_words
from macros.words.files import say

_COLUMNS = ("step", "read", "talk", "check", "sum")
_MINUTES = 850
_WIDTHS = (WIDTH - 4 * _MINUTES, *(_MINUTES,) * 4)


def write(paper: Paper, view: GuideView) -> None:
    """The plan as a table, and by which pace it was worked out."""
    title = say("guide.plan")
    paper.heading(1, title)
    heads = [say(f"guide.plan.{column}") for column in _COLUMNS]
    paper.table(title, _WIDTHS, heads, map(_cells, _rows(view)))
    pace = view.pace.model_dump(include={"reading", "find", "explain", "apply", "discuss"})
    paper.paragraph("Note", say("guide.plan.note", **pace))


def _rows(view: GuideView) -> Iterator[tuple[str, ...]]:
    for shown in view.meetings:
        meeting = shown.meeting
        yield say("guide.plan.opening"), "", "", "", str(meeting.opening)
        for each in shown.steps:
            step, measure = each.step, each.measure
            name = say("guide.measure", number=numbered(measure.printed), title=measure.title)
            parts = (step.reading, step.talking, step.checking, step.minutes)
            yield name, *map(str, parts)
        yield say("guide.plan.closing"), "", "", "", str(meeting.closing)
        total = (shown.reading, shown.talking, shown.checking, meeting.minutes)
        yield say("guide.plan.total", meeting=guide_words.this(view, meeting)), *map(str, total)
    if len(view.meetings) > 1:
        whole = say("guide.plan.whole", meetings=len(view.meetings))
        yield whole, "", "", "", str(view.door.minutes)


def _cells(row: tuple[str, ...]) -> list[list[Element]]:
    return [[words.paragraph("Cell", (words.run(text),) if text else ())] for text in row]
