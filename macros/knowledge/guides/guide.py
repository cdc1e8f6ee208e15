"""A study guide: passages, duties, questions and self-check, divided into meetings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from math import ceil

from macros.knowledge import DutyInContext, Library
from macros.knowledge.guides import plan, selfcheck
from macros.knowledge.guides.passages import QUESTIONS, Passage, duties, questions
from macros.knowledge.guides.selfcheck import SelfCheckItem
from macros.model import Mechanism, Pace, Question, QuestionKind, Term

ITEMS = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One passage worked through: read it, talk about it, check oneself. Times in minutes."""

    passage: Passage
    duties: tuple[DutyInContext, ...]
    questions: tuple[Question, ...]
    items: tuple[SelfCheckItem, ...]
    reading: int
    talking: int
    checking: int

    @property
    def minutes(self) -> int:
        """The whole step."""
        return self.reading + self.talking + self.checking


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting; ``ordinal`` counts from 1, times are in minutes."""

    ordinal: int
    steps: tuple[Step, ...]
    terms: tuple[Term | Mechanism, ...]
    opening: int
    closing: int

    @property
    def minutes(self) -> int:
        """From signing in to the end."""
        return self.opening + sum(step.minutes for step in self.steps) + self.closing


@dataclass(frozen=True, slots=True)
class Course:
    """The meetings of a guide, worked out."""

    meetings: tuple[Meeting, ...]

    @property
    def minutes(self) -> int:
        """All meetings together."""
        return sum(meeting.minutes for meeting in self.meetings)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(step for meeting in self.meetings for step in meeting.steps)


def course(
    library: Library,
    pace: Pace,
    passages: Collection[Passage],
    roles: Collection[str] = (),
    extra: Collection[Question] = (),
    *,
    meetings: int | None = None,
    minutes: int | None = None,
) -> Course:
    """Work out the meetings for reading ``passages`` with an audience of ``roles``.

    ``extra`` are an author's own questions, asked with the passage that holds the clause they quote
    first, or else the first that they quote at all. ``meetings`` and ``minutes`` (of one meeting)
    override what the pace would give; questions that then find no time are left out, never an
    author's own.
    """
    room = room_of(pace, minutes)
    steps = _steps(library, pace, passages, roles=roles, extra=extra, room=room)
    lengths = [step.minutes for step in steps]
    count = meetings or plan.meetings_needed(lengths, room)
    runs = plan.divide(lengths, count, room)
    while (over := _longest(steps, runs, room)) is not None:
        start, end = over
        shorter = _shortened(pace, steps[start:end], {question.id for question in extra})
        if shorter is None:
            break
        steps[start:end] = shorter
        runs = plan.divide([step.minutes for step in steps], count, room)
    return Course(
        tuple(
            _meeting(library, pace, ordinal, steps[start:end])
            for ordinal, (start, end) in enumerate(runs, start=1)
        )
    )


def room_of(pace: Pace, minutes: int | None = None) -> int:
    """Minutes of a meeting that are left for its steps; ``minutes`` for a meeting of its own."""
    return (minutes or pace.meeting) - pace.opening - pace.closing


def _longest(
    steps: list[Step], runs: tuple[tuple[int, int], ...], room: int
) -> tuple[int, int] | None:
    """The run that overruns ``room`` most; of equal ones, the first. None if all fit."""
    lengths = [sum(step.minutes for step in steps[start:end]) for start, end in runs]
    longest = max(lengths, default=0)
    return runs[lengths.index(longest)] if longest > room else None


def _shortened(pace: Pace, steps: list[Step], kept: Collection[str]) -> list[Step] | None:
    """``steps`` without one question that is not ``kept``; None if there is none to leave out.

    The step that talks longest among those with most questions gives up its longest.
    """
    free = [
        (len(step.questions), step.talking, -at)
        for at, step in enumerate(steps)
        for question in step.questions
        if question.id not in kept
    ]
    if not free:
        return None
    step = steps[-max(free)[2]]
    left_out = max(
        (q for q in step.questions if q.id not in kept), key=lambda q: _talking(pace, (q,))
    )
    left = tuple(question for question in step.questions if question is not left_out)
    shorter = replace(step, questions=left, talking=_talking(pace, left))
    return [shorter if each is step else each for each in steps]


def _steps(
    library: Library,
    pace: Pace,
    passages: Collection[Passage],
    *,
    roles: Collection[str],
    extra: Collection[Question],
    room: int,
) -> list[Step]:
    home = _homes(passages, extra)
    asked: set[str] = set()
    kinds: dict[QuestionKind, int] = {}
    steps = []
    for passage in passages:
        own = tuple(q for q in extra if home.get(q.id) == passage.measure.id)
        chosen = (*own, *questions(passage, roles, asked, kinds, wanted=QUESTIONS - len(own)))
        items = _items(library, passage)
        reading = plan.reading_minutes(passage.characters, pace.reading)
        checking = ceil(len(items) / pace.items)
        while len(chosen) > max(1, len(own)) and reading + checking + _talking(pace, chosen) > room:
            chosen = chosen[:-1]
        asked.update(q.id for q in chosen)
        found = duties(library, passage, roles)
        steps.append(Step(passage, found, chosen, items, reading, _talking(pace, chosen), checking))
    return steps


def _homes(passages: Collection[Passage], extra: Collection[Question]) -> dict[str, str]:
    """For each own question the measure it is asked with; none if no passage holds its clauses."""
    read = {c.clause.id: c.measure.id for passage in passages for c in passage.clauses}
    order = {c: at for at, c in enumerate(read)}
    homes: dict[str, str] = {}
    for question in extra:
        held = sorted((q for q in question.quotes[1:] if q in read), key=order.__getitem__)
        for clause in (question.quotes[0], *held):
            if clause in read:
                homes.setdefault(question.id, read[clause])
    return homes


def _talking(pace: Pace, chosen: Collection[Question]) -> int:
    """Minutes for questions, by their kinds."""
    return sum(int(getattr(pace, question.kind.value)) for question in chosen)


def _items(library: Library, passage: Passage) -> tuple[SelfCheckItem, ...]:
    """Items from different clauses first, so that they spread over the passage."""
    made = [selfcheck.items(library, clause) for clause in passage.clauses]
    rounds = [items[n] for n in range(ITEMS) for items in made if n < len(items)]
    return tuple(rounds[:ITEMS])


def _meeting(library: Library, pace: Pace, ordinal: int, steps: list[Step]) -> Meeting:
    named = dict.fromkeys(
        span.entry
        for step in steps
        for clause in step.passage.clauses
        for span in library.names_in(clause.clause.id)
    )
    entries = [library.glossary_entry(id_) for id_ in named]
    terms = tuple(entry for entry in entries if entry is not None and entry.definition is not None)
    return Meeting(ordinal, tuple(steps), terms, pace.opening, pace.closing)
