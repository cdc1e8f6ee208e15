"""The tasks of a study guide with room to write, and their answers on pages of their own."""

from __future__ import annotations

from macros.exports.docx.elements import Run
from macros.exports.docx.paper import Paper
from macros.exports.wording import enumerated
from macros.knowledge.citations import cited, numbered
from macros.knowledge.guides.selfcheck import ItemKind, Option
from macros.model import QuestionKind
from macros.views.guide import GuideView
from macros.views.parts.question import QuestionView
from macros.views.parts.selfcheck import ItemView
from macros.words.files import say
from macros.words.vocabulary import word

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
    kind = say("guide.question", kind=word(asked.kind))
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
    period = word(value.period)
    return say("times", period=period, times=value.times) if value.times else period


_LETTERS = "ABCDEFGH"


def write(paper: Paper, view: GuideView) -> None:
    """All answers in the order of the tasks."""
    paper.heading(1, say("replies.title"), new_page=True)
    paper.paragraph("Note", say("replies.note"))
    numbers = paper.tasks()
    for meeting in view.meetings:
        for step in meeting.steps:
            paper.heading(3, say("replies.measure", number=numbered(step.measure.printed)))
            for asked in step.questions:
                _question(paper, asked, numbers)
            for item in step.items:
                _item(paper, item, numbers)


def _question(paper: Paper, shown: QuestionView, numbers: int) -> None:
    paper.paragraph("Task", shown.question.text, numbering=numbers)
    pieces = (
        Run(say("cited", text=piece.text), "Quoted") if piece.clause else piece.text
        for piece in shown.answer
    )
    paper.paragraph("Reply", *pieces)
    grounds = enumerated(cited(found) for found, _ in shown.clauses)
    paper.paragraph("Reply", say("replies.grounds", clauses=grounds))


def _item(paper: Paper, shown: ItemView, numbers: int) -> None:
    item, evidence = shown.item, shown.item.evidence
    paper.paragraph("Task", prompt(shown), numbering=numbers)
    right = option(item.options[item.right])
    answer = say("replies.right", letter=_LETTERS[item.right], words=right)
    place = say("bracketed", text=cited(evidence))
    if shown.duty is None:
        paper.paragraph("Reply", answer, place)
        return
    quote = Run(say("quoted", text=shown.duty.duty.quote), "Quoted")
    paper.paragraph("Reply", answer, say("replies.words"), quote, place)
