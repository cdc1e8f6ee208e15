"""The study guides of library.json: what each reads and asks, meeting by meeting."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.knowledge import Library, addresses
from macros.knowledge.guides.catalogue import Origin, catalogue
from macros.model import Id, Record, Text


class ExportedStep(Record):
    """One passage worked through; times are in minutes."""

    measure: Id = Field(description="The measure that is read.")
    clauses: tuple[Id, ...] = Field(description="Which of its clauses.")
    duties: tuple[Id, ...] = Field(description="The duties in them that concern the audience.")
    questions: tuple[Id, ...] = Field(description="What is asked.")
    reading: int = Field(ge=0, description="Time to read.")
    talking: int = Field(ge=0, description="Time for the questions.")
    checking: int = Field(ge=0, description="Time for the self-check.")


class ExportedMeeting(Record):
    """One meeting of a guide."""

    minutes: int = Field(ge=0, description="From signing in to the end.")
    steps: tuple[ExportedStep, ...] = Field(description="What is done, in order.")


class ExportedGuide(Record):
    """A study guide, authored or generated."""

    id: Id = Field(description="Its name in addresses.")
    origin: Origin = Field(description="What it is made from.")
    address: Text = Field(description="Where it stands.")
    audience: tuple[Id, ...] = Field(description="The roles it is for; none means everyone.")
    meetings: tuple[ExportedMeeting, ...] = Field(description="Its meetings, in order.")


def guides(library: Library) -> Iterator[ExportedGuide]:
    """Every guide, in the order of the catalogue."""
    for guide in catalogue(library):
        yield ExportedGuide(
            id=guide.id,
            origin=guide.origin,
            address=str(addresses.of_guide(guide.id)),
            audience=tuple(role.id for role in guide.audience),
            meetings=tuple(
                ExportedMeeting(
                    minutes=meeting.minutes,
                    steps=tuple(
                        ExportedStep(
                            measure=step.passage.measure.id,
                            clauses=tuple(c.clause.id for c in step.passage.clauses),
                            duties=tuple(found.duty.id for found in step.duties),
                            questions=tuple(question.id for question in step.questions),
                            reading=step.reading,
                            talking=step.talking,
                            checking=step.checking,
                        )
                        for step in meeting.steps
                    ),
                )
                for meeting in guide.course.meetings
            ),
        )
