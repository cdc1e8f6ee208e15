"""A study guide as a PDF: what its page shows in print, in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from macros.exports.pdf.card import kept, on, place
from macros.exports.wording import timing
from macros.knowledge import Library
from macros.knowledge.citations import cited, numbered
from macros.knowledge.guides.catalogue import StudyGuide
from macros.knowledge.guides.selfcheck import Option
from macros.model import DefinitionOrigin, Degree
from macros.views import guide as guides
from macros.views.guide import GuideView, KeyTerm, MeetingView, OwnDuty, ReadClause, StepView
from macros.views.parts import guide_words
from macros.views.parts.question import QuestionView
from macros.views.parts.selfcheck import ItemView
from macros.words.files import say
from macros.words.vocabulary import word

Given = Mapping[str, object]


def given(library: Library, guide: StudyGuide) -> Given:
    """What the template is given."""
    view = guides.view(library, guide)
    numbers = count(1)
    return {
        "title": guide_words.title(guide, guide_words.cited_part(guide)),
        "aim": guide_words.aim(view, guide_words.cited_part(view.guide)),
        "shared": guide_words.shared(guide),
        "time": guide_words.time(view.door),
        "audience": [role.label for role, _ in view.audience],
        "reading": guide_words.reading(view),
        "duties": guide_words.duties(view),
        "total": view.door.minutes,
        "words": guide.authored.words if guide.authored else "",
        "pace": view.pace.model_dump(mode="json"),
        "meetings": [_meeting(view, meeting, numbers) for meeting in view.meetings],
        "unread": [{"do": shown.duty.do, "place": place(shown)} for shown in view.unread],
    }


def _meeting(view: GuideView, shown: MeetingView, numbers: Iterator[int]) -> Given:
    meeting = shown.meeting
    return {
        "ordinal": meeting.ordinal,
        "name": guide_words.heading(view, meeting),
        "this": guide_words.this(view, meeting),
        "minutes": meeting.minutes,
        "opening": meeting.opening,
        "closing": meeting.closing,
        "reading": shown.reading,
        "talking": shown.talking,
        "checking": shown.checking,
        "steps": [_step(view, step, meeting.ordinal, numbers) for step in shown.steps],
        "terms": [_term(term, meeting.ordinal) for term in shown.terms],
    }


def _step(view: GuideView, shown: StepView, nth: int, numbers: Iterator[int]) -> Given:
    step = shown.step
    return {
        "id": shown.measure.id,
        "measure": numbered(shown.measure.printed),
        "title": shown.measure.title,
        "minutes": step.minutes,
        "reading": step.reading,
        "talking": step.talking,
        "checking": step.checking,
        "excerpt": not step.passage.whole,
        "clauses": [_clause(clause, nth) for clause in shown.clauses],
        "duties": [_duty(own) for own in shown.duties],
        "questions": [_question(view, asked, next(numbers)) for asked in shown.questions],
        "items": [_item(item, next(numbers)) for item in shown.items],
    }


def _clause(shown: ReadClause, nth: int) -> Given:
    """A clause in runs, names that the glossary of the meeting explains apart from the rest."""
    runs = [
        {
            "text": "".join(segment.text for segment in run.segments),
            "gloss": _gloss(nth, run.entry) if run.entry else "",
        }
        for run in shown.runs
    ]
    return {"runs": runs}


def _gloss(nth: int, entry: str) -> str:
    return f"gloss-{nth}-{entry}"


def _duty(own: OwnDuty) -> Given:
    duty = own.shown.duty
    parties = own.parties or own.shown.of(Degree.LEAD)
    return {
        "do": duty.do,
        "parties": [
            {
                "role": party.role.label,
                "degree": word(party.assignment.degree),
                "basis": party.assignment.basis,
            }
            for party in parties
        ],
        "when": on(timing(duty.when), duty.when.basis),
        "records": kept(own.shown),
    }


def _question(view: GuideView, shown: QuestionView, number: int) -> Given:
    kind = shown.question.kind
    return {
        "number": number,
        "sort": kind,
        "kind": word(kind),
        "minutes": getattr(view.pace, kind.value),
        "text": shown.question.text,
        "answer": [
            {"text": piece.text, "quoted": piece.clause is not None} for piece in shown.answer
        ],
        "grounds": [cited(found) for found, _ in shown.clauses],
    }


def _item(shown: ItemView, number: int) -> Given:
    item, evidence = shown.item, shown.item.evidence
    more = say("guide.item.more")
    return {
        "number": number,
        "kind": item.kind,
        "duty": shown.duty.duty.do if shown.duty else "",
        "quote": shown.duty.duty.quote if shown.duty else "",
        "before": (more if shown.cut_before else "") + shown.before,
        "after": shown.after + (more if shown.cut_after else ""),
        "options": [_option(option) for option in item.options],
        "right": item.right,
        "place": cited(evidence),
    }


def _option(value: Option) -> str:
    if not value.period:
        return value.text
    period = word(value.period)
    return say("times", period=period, times=value.times) if value.times else period


def _term(shown: KeyTerm, nth: int) -> Given:
    meaning, definition = shown.meaning, shown.entry.definition
    assert definition is not None  # a meeting's terms are those that have one
    clause = meaning.clause
    return {
        "gloss": _gloss(nth, shown.entry.id),
        "label": shown.entry.label,
        "text": definition.text,
        "quoted": definition.origin is DefinitionOrigin.TEXT,
        "origin": word(definition.origin),
        "status": word(shown.entry.status),
        "source": cited(clause) if clause else definition.source,
    }
