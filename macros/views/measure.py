"""A measure's page: the text clause by clause, its duties, and what it hangs together with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.library import Library
from macros.model import Document, Measure
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What stands on a measure's page."""

    document: Document
    measure: Measure


def view(library: Library, document: Document, measure: Measure) -> MeasureView:
    """The view of one measure."""
    return MeasureView(document, measure)


def pages(library: Library) -> Iterator[Page]:
    """One page a measure."""
    for document in library.documents:
        for measure in document.measures:
            yield Page(
                addresses.of_measure(document, measure),
                "measure.html",
                partial(view, library, document, measure),
                trail=(addresses.of_document(document),),
                source=measure.place.value.file,
            )
