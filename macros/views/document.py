"""A document's page: its facts, and the whole text for continuous reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.addresses import Address
from macros.library import Library
from macros.model import Document, Measure, Part
from macros.offers import Offer, Use, beside
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class MeasureText:
    """A measure as it stands in the continuous text."""

    measure: Measure
    address: Address


@dataclass(frozen=True, slots=True)
class PartText:
    """A part as it stands in the continuous text."""

    part: Part
    address: Address
    measures: tuple[MeasureText, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What stands on a document's page; its files hold the text of record and the whole."""

    document: Document
    parts: tuple[PartText, ...]
    files: tuple[Offer, ...]

    @property
    def measures(self) -> int:
        """How many measures the document has."""
        return sum(len(part.measures) for part in self.parts)

    @property
    def clauses(self) -> int:
        """How many clauses the document has."""
        return sum(len(m.measure.clauses) for part in self.parts for m in part.measures)


def view(library: Library, document: Document) -> DocumentView:
    """The view of one document."""
    return DocumentView(
        document,
        tuple(
            PartText(
                part,
                addresses.of_part(document, part),
                tuple(
                    MeasureText(measure, addresses.of_measure(document, measure))
                    for measure in library.measures_of_part(part.id)
                ),
            )
            for part in document.parts
        ),
        beside(library, Use.TEXT, Use.WHOLE, about=document),
    )


def pages(library: Library) -> Iterator[Page]:
    """One page a document."""
    for document in library.documents:
        yield Page(
            addresses.of_document(document),
            "document.html",
            partial(view, library, document),
            source=document.place.value.file,
        )
