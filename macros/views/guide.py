"""A study guide's page: its plan, its meetings step by step, and all answers at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import StudyGuide, catalogue
from macros.knowledge.guides.guide import Meeting, Step
from macros.model import Measure, Mechanism, Pace, Role, Term
from macros.views import former
from macros.views.former import Former
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts import duty, entry, markup, question
from macros.views.parts.duty import DutyView, Party
from macros.views.parts.entry import Meaning
from macros.views.parts.markup import NamedText
from macros.views.parts.question import QuestionView
from macros.views.parts.selfcheck import ItemView, item_view
from macros.views.study import Door, door


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause to be read, its text cut into runs."""

    context: ClauseInContext
    address: Address
    runs: tuple[NamedText, ...]


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """A duty as it concerns the audience; ``parties`` are those of it who take part."""

    shown: DutyView
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A name in the passages of a meeting that has a definition."""

    entry: Term | Mechanism
    address: Address
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class StepView:
    """One passage worked through; ``number`` counts its first question within the meeting."""

    step: Step
    measure: Measure
    address: Address
    clauses: tuple[ReadClause, ...]
    duties: tuple[OwnDuty, ...]
    questions: tuple[QuestionView, ...]
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting."""

    meeting: Meeting
    steps: tuple[StepView, ...]
    terms: tuple[KeyTerm, ...]

    @property
    def reading(self) -> int:
        """Minutes of reading."""
        return sum(shown.step.reading for shown in self.steps)

    @property
    def talking(self) -> int:
        """Minutes of talk."""
        return sum(shown.step.talking for shown in self.steps)

    @property
    def checking(self) -> int:
        """Minutes of self-check."""
        return sum(shown.step.checking for shown in self.steps)


@dataclass(frozen=True, slots=True)
class GuideView:
    """What stands on a guide's page.

    ``unread`` are duties of the audience that the guide does not read. ``about`` is the page of the
    role, part or theme that the guide was made from, if it was made from one.
    """

    door: Door
    audience: tuple[tuple[Role, Address], ...]
    meetings: tuple[MeetingView, ...]
    clauses: int
    duties: int
    unread: tuple[DutyView, ...]
    about: Address | None
    pace: Pace
    study: Address
    cards: Address
    files: tuple[Offer, ...]
    former: tuple[Former, ...]

    @property
    def guide(self) -> StudyGuide:
        """The guide itself."""
        return self.door.guide


def view(library: Library, guide: StudyGuide) -> GuideView:
    """The view of one guide."""
    steps = guide.course.steps
    roles = {role.id for role in guide.audience}
    read = {found.duty.id for step in steps for found in step.duties}
    unread = {
        found.duty.id: found
        for role in guide.audience
        for found, _ in library.real.duties_of_role(role.id)
        if found.duty.id not in read
    }
    order = [found for found in library.duties if found.duty.id in unread]
    return GuideView(
        door(guide),
        tuple((role, addresses.of_entry(role)) for role in guide.audience),
        tuple(_meeting(library, meeting, roles) for meeting in guide.course.meetings),
        sum(len(step.passage.clauses) for step in steps),
        len(read),
        tuple(duty.view(library, found) for found in order),
        _about(library, guide),
        library.pace,
        addresses.STUDY,
        addresses.CARDS,
        beside(library, Use.GUIDE, Use.MEETINGS, about=guide),
        former.of_guide(library, guide.authored) if guide.authored else (),
    )


def _about(library: Library, guide: StudyGuide) -> Address | None:
    if guide.part is not None:
        home = next(document for document in library.documents if guide.part in document.parts)
        return addresses.of_part(home, guide.part)
    if guide.theme is not None:
        return addresses.of_entry(guide.theme)
    return None


def _meeting(library: Library, meeting: Meeting, roles: set[str]) -> MeetingView:
    seen: set[str] = set()
    defined = {term.id for term in meeting.terms}
    return MeetingView(
        meeting,
        tuple(_step(library, step, roles, defined, seen) for step in meeting.steps),
        tuple(
            KeyTerm(term, addresses.of_entry(term), entry.meaning(library, term))
            for term in meeting.terms
        ),
    )


def _step(
    library: Library, step: Step, roles: set[str], defined: set[str], seen: set[str]
) -> StepView:
    measure = step.passage.measure
    return StepView(
        step,
        measure,
        addresses.of_measure(library.document_of(measure), measure),
        tuple(_clause(library, context, defined, seen) for context in step.passage.clauses),
        tuple(
            OwnDuty(shown, tuple(p for p in shown.parties if p.role.id in roles))
            for found in step.duties
            for shown in (duty.view(library, found),)
        ),
        tuple(question.view(library, asked) for asked in step.questions),
        tuple(item_view(library, item) for item in step.items),
    )


def _clause(
    library: Library, context: ClauseInContext, defined: set[str], seen: set[str]
) -> ReadClause:
    names = [span for span in library.names_in(context.clause.id) if span.entry in defined]
    marked = markup.first_names(names, seen)
    return ReadClause(
        context, addresses.of_clause(context), markup.runs(context.clause.text, marked, ())
    )


def pages(library: Library) -> Iterator[Page]:
    """One page a guide."""
    for guide in catalogue(library):
        yield Page(
            addresses.of_guide(guide.id),
            "guide.html",
            partial(view, library, guide),
            trail=(addresses.STUDY,),
            source=guide.authored.place.value.file if guide.authored else "",
        )
