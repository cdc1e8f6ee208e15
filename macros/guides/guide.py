"""A study guide: passages, duties, questions and self-check, divided into meetings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil

from macros.guides import plan, selfcheck
from macros.guides.passages import Passage, duties, questions
from macros.guides.selfcheck import Item
from macros.library import DutyInContext, Library
from macros.model import Mechanism, Pace, Question, QuestionKind, Term

ITEMS = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One passage worked through: read it, talk about it, check oneself. Times in minutes."""

    passage: Passage
    duties: tuple[DutyInContext, ...]
    questions: tuple[Question, ...]
    items: tuple[Item, ...]
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

    ``extra`` are an author's own questions, asked with the first passage they quote. ``meetings``
    and ``minutes`` (of one meeting) override what the pace would give.
    """
    room = (minutes or pace.meeting) - pace.opening - pace.closing
    steps = _steps(library, pace, passages, roles=roles, extra=extra, room=room)
    lengths = [step.minutes for step in steps]
    runs = plan.divide(lengths, meetings or plan.meetings_needed(lengths, room), room)
    return Course(
        tuple(
            _meeting(library, pace, ordinal, steps[start:end])
            for ordinal, (start, end) in enumerate(runs, start=1)
        )
    )


def _steps(
    library: Library,
    pace: Pace,
    passages: Collection[Passage],
    *,
    roles: Collection[str],
    extra: Collection[Question],
    room: int,
) -> list[Step]:
    asked: set[str] = set()
    kinds: dict[QuestionKind, int] = {}
    steps = []
    for passage in passages:
        read = {c.clause.id for c in passage.clauses}
        own = tuple(q for q in extra if q.id not in asked and q.quotes[0] in read)
        chosen = own or questions(passage, roles, asked, kinds)
        items = _items(library, passage)
        reading = plan.reading_minutes(passage.characters, pace.reading)
        checking = ceil(len(items) / pace.items)
        while len(chosen) > 1 and reading + checking + _talking(pace, chosen) > room:
            chosen = chosen[:-1]
        asked.update(q.id for q in chosen)
        found = duties(library, passage, roles)
        steps.append(Step(passage, found, chosen, items, reading, _talking(pace, chosen), checking))
    return steps


def _talking(pace: Pace, chosen: Collection[Question]) -> int:
    """Minutes for questions, by their kinds."""
    return sum(int(getattr(pace, question.kind.value)) for question in chosen)


def _items(library: Library, passage: Passage) -> tuple[Item, ...]:
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
    entries = [library.term(id_) or library.mechanism(id_) for id_ in named]
    terms = tuple(entry for entry in entries if entry is not None and entry.definition is not None)
    return Meeting(ordinal, tuple(steps), terms, pace.opening, pace.closing)
