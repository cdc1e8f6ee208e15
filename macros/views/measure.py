"""A measure's page: the text clause by clause, its duties, and what it hangs together with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import reading
from macros.knowledge.relations import RelatedMeasures
from macros.knowledge.reviews.standing import Standing, standings
from macros.model import Clause, Document, Measure, Mechanism, Part, Term, Theme
from macros.views import former
from macros.views.former import Former
from macros.views.page import Page, in_a_row
from macros.views.parts import duty, entry, markup, question
from macros.views.parts.duty import Carrier, DutyView
from macros.views.parts.entry import Meaning
from macros.views.parts.markup import NamedText
from macros.views.parts.question import QuestionView
from macros.views.parts.related import Related, related
from macros.views.study import Door, door


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause with its text cut into runs, and its duties."""

    clause: Clause
    runs: tuple[NamedText, ...]
    duties: tuple[DutyView, ...]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A term or mechanism that the text names, with its meaning and its page."""

    entry: Term | Mechanism
    address: Address
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What stands on a measure's page; ``carriers`` are its mechanisms, each once.

    ``standings`` say of each clause, duty and question whether it was reviewed; ``former`` is what
    stood here once.
    """

    document: Document
    part: Part | None
    part_address: Address | None
    measure: Measure
    clauses: tuple[ClauseView, ...]
    glosses: dict[str, Gloss]
    carriers: tuple[Carrier, ...]
    themes: tuple[tuple[Theme, Address], ...]
    related: tuple[Related, ...]
    questions: tuple[QuestionView, ...]
    guides: tuple[Door, ...]
    standings: Mapping[str, Standing | None]
    former: tuple[Former, ...]

    @property
    def duties(self) -> tuple[DutyView, ...]:
        """The duties of all clauses."""
        return tuple(found for clause in self.clauses for found in clause.duties)


def view(
    library: Library, kin: RelatedMeasures, document: Document, measure: Measure
) -> MeasureView:
    """The view of one measure; ``kin`` is the kinship of the library, worked out once."""
    part = library.part(measure.part)
    shown = {f.duty.id: duty.view(library, f) for f in library.duties_of_measure(measure.id)}
    carriers = {
        carrier.mechanism.id: carrier
        for found in reversed(shown.values())
        for carrier in reversed(found.carriers)
    }
    seen: set[str] = set()
    clauses = tuple(
        ClauseView(
            clause,
            markup.runs(
                clause.text,
                markup.first_names(library.names_in(clause.id), seen),
                markup.quotes(clause),
            ),
            tuple(shown[d.id] for d in clause.duties if d.id in shown),
        )
        for clause in measure.clauses
    )
    return MeasureView(
        document=document,
        part=part,
        part_address=addresses.of_part(document, part) if part else None,
        measure=measure,
        clauses=clauses,
        glosses=_glosses(library, clauses),
        carriers=tuple(reversed(carriers.values())),
        themes=tuple(
            (theme, addresses.of_entry(theme))
            for id_ in measure.themes
            if (theme := library.theme(id_))
        ),
        related=related(library, kin, measure),
        questions=tuple(question.view(library, asked) for asked in measure.questions),
        guides=tuple(door(guide) for guide in reading(library, measure.id)),
        standings=_standings(library, measure),
        former=former.of_measure(library, measure),
    )


def _standings(library: Library, measure: Measure) -> dict[str, Standing | None]:
    ids = (
        *(clause.id for clause in measure.clauses),
        *(duty.id for duty in measure.duties),
        *(question.id for question in measure.questions),
    )
    return {id_: standings(library).of(id_) for id_ in ids}


def _glosses(library: Library, clauses: tuple[ClauseView, ...]) -> dict[str, Gloss]:
    """The marked names by id, in the order of the text."""
    named = (run.entry for clause in clauses for run in clause.runs if run.entry)
    return {
        id_: Gloss(found, addresses.of_entry(found), entry.meaning(library, found))
        for id_ in named
        if (found := library.glossary_entry(id_))
    }


def pages(library: Library) -> Iterator[Page]:
    """One page a measure."""
    kin = RelatedMeasures(library)
    for document in library.documents:
        whole = addresses.of_document(document)
        parts = {part.id: addresses.of_part(document, part) for part in document.parts}
        around = in_a_row(addresses.of_measure(document, m) for m in document.measures)
        for measure, (previous, following) in zip(document.measures, around, strict=True):
            above = parts.get(measure.part)
            yield Page(
                addresses.of_measure(document, measure),
                "measure.html",
                partial(view, library, kin, document, measure),
                trail=(whole, above) if above else (whole,),
                source=measure.place.value.file,
                previous=previous,
                following=following,
                document=document,
            )
