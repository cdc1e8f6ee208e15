"""The answers of a study guide, on pages of their own, numbered as the tasks are."""

from __future__ import annotations

from macros.exports.docx.elements import Run
from macros.exports.docx.paper import Paper
from macros.exports.docx.tasks import option, prompt
from macros.exports.office import joined, say
from macros.knowledge.citations import cited
from macros.views.guide import GuideView
from macros.views.parts.question import QuestionView
from macros.views.parts.selfcheck import ItemView

_LETTERS = "ABCDEFGH"


def write(paper: Paper, view: GuideView) -> None:
    """All answers in the order of the tasks."""
    paper.heading(1, say("replies.title"), new_page=True)
    paper.paragraph("Note", say("replies.note"))
    numbers = paper.tasks()
    for meeting in view.meetings:
        for step in meeting.steps:
            paper.heading(3, say("replies.measure", number=step.measure.printed))
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
    grounds = joined(cited(found) for found, _ in shown.clauses)
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
