"""Where the entries of a text stand, as its readers cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from macros.knowledge import Library
from macros.knowledge.citations import Citations
from macros.model import Measure


@dataclass(frozen=True, slots=True)
class Place:
    """``cited`` is the part, or the measure; ``within`` the clause's place in it, "" for all of it.

    Both are "" for what stands in no text.
    """

    cited: str = ""
    within: str = ""

    @property
    def whole(self) -> str:
        """Measure and clause together."""
        return self.cited + self.within


def places(library: Library) -> Mapping[str, Place]:
    """The place of every part and measure and of all that stands in one, by id.

    What a measure no longer holds has the place of the measure.
    """
    return dict(_places(library))


def _places(library: Library) -> Iterator[tuple[str, Place]]:
    citations = Citations(library)
    for document in library.documents:
        for part in document.every_part:
            yield part.id, Place(citations.of(part))
        for measure in document.every_measure:
            yield from _in_measure(citations, measure)


def _in_measure(citations: Citations, measure: Measure) -> Iterator[tuple[str, Place]]:
    here = Place(citations.of(measure))
    yield measure.id, here
    for clause in measure.every_clause:
        place = replace(here, within=citations.within(clause))
        yield clause.id, place
        yield from ((duty.id, place) for duty in clause.duties)
    for question in measure.every_question:
        yield question.id, here
