"""A part's page: its measures in short, its own matrix, its duties by rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides import catalogue
from macros.model import Document, Measure, Part, Rhythm
from macros.views.matrix_table import MatrixTable, table
from macros.views.page import Page, in_a_row
from macros.views.parts import duty
from macros.views.parts.duty import DutyView
from macros.views.study import Door, door


@dataclass(frozen=True, slots=True)
class MeasureInShort:
    """A measure by its duties."""

    measure: Measure
    address: Address
    duties: tuple[DutyView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """What stands on a part's page; ``rhythms`` are its duties by rhythm, empty ones left out."""

    document: Document
    part: Part
    text: Address
    measures: tuple[MeasureInShort, ...]
    matrix: MatrixTable
    rhythms: tuple[tuple[Rhythm, tuple[DutyView, ...]], ...]
    guide: Door | None

    @property
    def duties(self) -> int:
        """How many duties the part has."""
        return sum(len(measure.duties) for measure in self.measures)


def view(library: Library, document: Document, part: Part) -> PartView:
    """The view of one part."""
    measures = library.measures_of_part(part.id)
    shorts = tuple(
        MeasureInShort(
            measure,
            addresses.of_measure(document, measure),
            tuple(duty.view(library, f) for f in library.duties_of_measure(measure.id)),
        )
        for measure in measures
    )
    duties = tuple(found for short in shorts for found in short.duties)
    return PartView(
        document,
        part,
        Address(addresses.of_document(document).page, part.id),
        shorts,
        table(library, measures),
        tuple(
            (rhythm, found)
            for rhythm in Rhythm
            if (found := tuple(d for d in duties if d.duty.when.kind is rhythm))
        ),
        door(guide) if (guide := catalogue.of_part(library, part.id)) else None,
    )


def pages(library: Library) -> Iterator[Page]:
    """One page a part."""
    for document in library.documents:
        around = in_a_row(addresses.of_part(document, part) for part in document.parts)
        for part, (previous, following) in zip(document.parts, around, strict=True):
            yield Page(
                addresses.of_part(document, part),
                "part.html",
                partial(view, library, document, part),
                trail=(addresses.of_document(document),),
                source=document.place.value.file,
                previous=previous,
                following=following,
                document=document,
            )
