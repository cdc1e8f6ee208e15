"""The tasks of a study guide: questions with room to write, and self-check items."""

from __future__ import annotations

from macros.exports.docx.paper import Paper
from macros.exports.office import say
from macros.exports.wording import phrase
from macros.knowledge.guides.selfcheck import ItemKind, Option
from macros.model import QuestionKind
from macros.views.parts.question import QuestionView
from macros.views.parts.selfcheck import ItemView

# How many lines an answer takes on paper.
_ROOM = {
    QuestionKind.FIND: 3,
    QuestionKind.EXPLAIN: 3,
    QuestionKind.APPLY: 5,
    QuestionKind.DISCUSS: 6,
}


def question(paper: Paper, shown: QuestionView, numbers: int) -> None:
    """A question of the list ``numbers``, and lines for the answer."""
    asked = shown.question
    kind = say("guide.question", kind=say(f"question.{asked.kind}"))
    paper.paragraph("Task", kind, asked.text, numbering=numbers)
    for _ in range(_ROOM[asked.kind]):
        paper.paragraph("Line", "\t")


def item(paper: Paper, shown: ItemView, numbers: int) -> None:
    """A self-check item of the list ``numbers``; its options are lettered by Word."""
    paper.paragraph("Task", prompt(shown), numbering=numbers)
    for choice in shown.item.options:
        paper.option(option(choice), numbers)


def prompt(shown: ItemView) -> str:
    """What an item asks."""
    if shown.duty:
        kind = "who" if shown.item.kind is ItemKind.WHO else "when"
        return say(f"guide.item.{kind}", duty=shown.duty.duty.do)
    more = say("guide.item.more")
    before = (more if shown.cut_before else "") + shown.before
    after = shown.after + (more if shown.cut_after else "")
    return say("guide.item.cloze", before=before, after=after)


def option(value: Option) -> str:
    """What an option says."""
    if not value.period:
        return value.text
    period = phrase(f"period.{value.period}")
    return phrase("times", period=period, times=value.times) if value.times else period
