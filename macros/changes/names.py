"""Names of entries for readers: a label, a title, a place in the text as it is cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from macros.changes.entries import items
from macros.changes.sentences import EntryName, Names
from macros.knowledge import Library
from macros.knowledge.citations import Citations
from macros.model import Clause, Measure, Record, Review
from macros.model.kinds import name_of


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """``cited`` is the part, or the measure; ``within`` the clause's place in it, "" for all of it.

    Both are "" for what stands in no text.
    """

    cited: str = ""
    within: str = ""

    @property
    def whole(self) -> str:
        """Measure and clause together."""
        return self.cited + self.within


def places(library: Library) -> Mapping[str, CitedPlace]:
    """The place of every part and measure and of all that stands in one, by id.

    What a measure no longer holds has the place of the measure.
    """
    return dict(_places(library))


def _places(library: Library) -> Iterator[tuple[str, CitedPlace]]:
    citations = Citations(library)
    for document in library.documents:
        for part in document.every_part:
            yield part.id, CitedPlace(citations.of(part))
        for measure in document.every_measure:
            yield from _in_measure(citations, measure)


def _in_measure(citations: Citations, measure: Measure) -> Iterator[tuple[str, CitedPlace]]:
    here = CitedPlace(citations.of(measure))
    yield measure.id, here
    for clause in measure.every_clause:
        place = replace(here, within=citations.within(clause))
        yield clause.id, place
        yield from ((duty.id, place) for duty in clause.duties)
    for question in measure.every_question:
        yield question.id, here


# A name in the middle of a sentence; longer ones are cut.
_LONGEST = 24
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def names(*libraries: Library) -> Names:
    """The name of every id; where several libraries have it, the name in the last."""
    found: dict[str, EntryName] = {}
    for library in libraries:
        cited = places(library)
        for item in items(library).values():
            if isinstance(item.record, Clause) and item.record.retired is not None:
                # It has no place in the text; what it had before tells more.
                found.setdefault(item.id, EntryName(_short(item.record), item.parent))
            elif isinstance(item.record, Clause | Measure):
                found[item.id] = EntryName(cited[item.id].whole, item.parent)
            elif not isinstance(item.record, Review):
                found[item.id] = EntryName(_short(item.record), item.parent)
    return found


def _short(record: Record) -> str:
    """What an entry calls itself, cut where it is long; its id where it has no other name."""
    name = name_of(record) or str(getattr(record, "id", ""))
    return name if len(name) <= _LONGEST else name[:_LONGEST] + _CUT
