"""A study guide as a file: its plan, its meetings with room to write, its answers at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.exports.docx import elements as words
from macros.exports.docx import plan, sheet, tasks
from macros.exports.docx.elements import Element
from macros.exports.docx.paper import Paper
from macros.exports.docx.styles import WIDTH, WORKING
from macros.exports.wording import counted, enumerated, key, on_basis, timing
from macros.knowledge import Library
from macros.knowledge.citations import cited, numbered
from macros.knowledge.guides.catalogue import StudyGuide
from macros.model import Degree
from macros.views import guide as guides
from macros.views.guide import GuideView, MeetingView, OwnDuty, StepView
from macros.views.parts import guide_words
from macros.views.parts.entry import Meaning
from macros.words.files import say
from macros.words.vocabulary import word

_NAME = 1300


def course(library: Library, guide: StudyGuide) -> GuideView:
    """What is gathered for the file of a guide: what its page shows, but for the files there."""
    return replace(guides.view(library, guide), files=())


def guide_docx(view: GuideView, version: str) -> bytes:
    """The guide; tasks are counted through, and answers bear the numbers of their tasks."""
    guide = view.guide
    name = guide_words.title(guide, guide_words.cited_part(guide))
    paper = Paper(WORKING, name, version)
    paper.table(name, (_NAME, WIDTH - _NAME), (), _facts(view))
    if shared := guide_words.shared(guide):
        paper.paragraph("Note", shared)
    if guide.authored:
        paper.paragraph("Clause", guide.authored.words)
    paper.paragraph("Note", key())
    plan.write(paper, view)
    paper.contents()
    numbers = paper.tasks()
    for meeting in view.meetings:
        _meeting(paper, view, meeting, numbers)
        if meeting is view.meetings[-1]:
            _unread(paper, view)
        sheet.write(paper, name, meeting.meeting.ordinal if len(view.meetings) > 1 else None)
    tasks.write(paper, view)
    return paper.content()


def _facts(view: GuideView) -> Iterator[list[list[Element]]]:
    facts = {
        "aim": guide_words.aim(view, guide_words.cited_part(view.guide)),
        "time": guide_words.time(view.door),
        "audience": enumerated(role.label for role, _ in view.audience) or say("guide.everyone"),
        "reading": guide_words.reading(view),
    }
    for name, text in facts.items():
        cells = (say(f"guide.fact.{name}"), text)
        yield [[words.paragraph("Cell", (words.run(cell),))] for cell in cells]


def _meeting(paper: Paper, view: GuideView, meeting: MeetingView, numbers: int) -> None:
    worked = meeting.meeting
    name = guide_words.heading(view, worked)
    paper.heading(1, name + counted("minutes", worked.minutes), new_page=True)
    for step in meeting.steps:
        _step(paper, view, step, numbers)
    if meeting.terms:
        paper.heading(2, say("guide.terms", meeting=guide_words.this(view, worked)))
        for term in meeting.terms:
            paper.heading(3, term.entry.label)
            _meaning(paper, term.meaning)


def _step(paper: Paper, view: GuideView, shown: StepView, numbers: int) -> None:
    step, measure = shown.step, shown.measure
    name = say("guide.measure", number=numbered(measure.printed), title=measure.title)
    paper.heading(2, name + counted("minutes", step.minutes))
    if not step.passage.whole:
        clauses = len(shown.clauses)
        paper.paragraph(
            "Note", say("guide.excerpt", clauses=clauses, number=numbered(measure.printed))
        )
    paper.heading(3, say("guide.read") + counted("minutes", step.reading))
    paper.passage(*((c.context.clause.id, c.context.clause.text) for c in shown.clauses))
    if shown.duties:
        paper.heading(3, guide_words.duties(view) + counted("count", len(shown.duties)))
        duties = paper.duties()
        for own in shown.duties:
            paper.paragraph("ListNumber", own.shown.duty.do, _stands(own), numbering=duties)
    if shown.questions:
        paper.heading(3, say("guide.talk") + counted("minutes", step.talking))
        for asked in shown.questions:
            tasks.question(paper, asked, numbers)
    if shown.items:
        paper.heading(3, say("guide.check") + counted("minutes", step.checking))
        for item in shown.items:
            tasks.item(paper, item, numbers)


def _stands(own: OwnDuty) -> str:
    """Who of the audience takes part how, when, and what it leaves, each with its basis."""
    duty = own.shown.duty
    facts = [
        say(
            "guide.party",
            role=party.role.label,
            degree=on_basis(word(party.assignment.degree), party.assignment.basis),
        )
        for party in own.parties or own.shown.of(Degree.LEAD)
    ]
    facts.append(on_basis(timing(duty.when), duty.when.basis))
    if own.shown.evidence:
        kept = enumerated(on_basis(kept.record.label, kept.basis) for kept in own.shown.evidence)
        facts.append(say("guide.records", records=kept))
    return say("dash") + say("comma").join(facts)


def _meaning(paper: Paper, meaning: Meaning) -> None:
    definition, clause = meaning.entry.definition, meaning.clause
    if definition is None:
        return
    paper.paragraph("Clause", definition.text)
    source = cited(clause) if clause else definition.source
    origin = word(definition.origin)
    status = word(meaning.entry.status)
    paper.paragraph("Note", say("guide.meaning", origin=origin, status=status, source=source))


def _unread(paper: Paper, view: GuideView) -> None:
    """The duties of the audience for which the guide has no time."""
    if not view.unread:
        return
    paper.heading(2, say("guide.unread") + counted("count", len(view.unread)))
    paper.paragraph("Note", say("guide.unread.note"))
    numbers = paper.duties()
    for shown in view.unread:
        place = say("bracketed", text=cited(shown.context))
        paper.paragraph("ListNumber", shown.duty.do, place, numbering=numbers)
