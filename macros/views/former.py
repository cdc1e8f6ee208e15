"""What no longer holds, at its old address: why it was retired, and what took its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Clause, Duty, Guide, Measure, Part, Question
from macros.model.kinds import Kind, kind_of, name_of
from macros.views.page import Page

_Retirable = Part | Measure | Clause | Duty | Question | Guide


@dataclass(frozen=True, slots=True)
class Successor:
    """What took a place; ``cited`` is what a measure or clause is cited as."""

    kind: Kind
    name: str
    address: Address
    cited: Measure | ClauseInContext | None = None


@dataclass(frozen=True, slots=True)
class Former:
    """One retired record: its words, why it was retired, what took its place."""

    kind: Kind
    id: str
    words: str
    reason: str
    successors: tuple[Successor, ...]


@dataclass(frozen=True, slots=True)
class FormerView:
    """What stands on the page of a retired part, measure or guide.

    ``cited`` is the measure; ``held`` is what it held, ``home`` where what holds now is found. A
    guide that went with what it was generated from leads to its page by ``source``.
    """

    former: Former
    home: Address
    cited: Measure | None = None
    held: tuple[Former, ...] = ()
    source: Address | None = None


def of_measure(library: Library, measure: Measure) -> tuple[Former, ...]:
    """Everything of a measure that no longer holds; of a retired one, all there is."""
    return tuple(_in_measure(library, measure))


def _in_measure(library: Library, measure: Measure) -> Iterator[Former]:
    gone = measure if measure.retired is not None else None
    for clause in measure.every_clause:
        above: _Retirable | None = clause if clause.retired is not None else gone
        if above is not None:
            yield _former(library, clause, above)
        for duty in clause.duties:
            if duty.retired is not None or above is not None:
                yield _former(library, duty, above)
    for question in measure.every_question:
        if question.retired is not None or gone is not None:
            yield _former(library, question, gone)


def of_guide(library: Library, guide: Guide) -> tuple[Former, ...]:
    """The questions of a guide that are no longer asked."""
    gone = guide if guide.retired is not None else None
    questions = (*(guide.questions if gone else ()), *guide.former_questions)
    return tuple(_former(library, question, gone) for question in questions)


def _former(library: Library, record: _Retirable, above: _Retirable | None) -> Former:
    """A record that was retired itself, or else together with what it stands in."""
    by = record if record.retired is not None else above
    assert by is not None  # asked for what is retired only
    successors = (_successor(library, id_) for id_ in by.replaced_by)
    kind = kind_of(record)
    assert kind is not None  # only entries are retired
    return Former(
        kind,
        record.id,
        name_of(record),
        by.retired or "",
        tuple(found for found in successors if found),
    )


def _successor(library: Library, id_: str) -> Successor | None:
    found = library.entry(id_)
    address = addresses.of(found) if found else None
    if found is None or address is None:
        return None
    # A clause is known by its place in the text.
    name = "" if found.kind is Kind.CLAUSE else name_of(found.record)
    return Successor(found.kind, name, address, library.clause(id_) or library.measure(id_))


def _view(library: Library, record: Part | Measure | Guide, home: Address) -> FormerView:
    shown = FormerView(_former(library, record, None), home)
    match record:
        case Measure():
            return replace(shown, cited=record, held=of_measure(library, record))
        case Guide():
            return replace(shown, held=of_guide(library, record))
        case _:
            return shown


def pages(library: Library) -> Iterator[Page]:
    """One page for each part, measure and guide that is retired, where it always stood."""
    for found in library.entries:
        record, address = found.record, addresses.of(found)
        if isinstance(record, Part | Measure | Guide) and record.retired is not None and address:
            home = next(map(addresses.of, found.above), None) or addresses.STUDY
            yield _page(library, record, address, home)


def _page(
    library: Library, record: Part | Measure | Guide, address: Address, home: Address
) -> Page:
    source = record.place.value.file
    view = partial(_view, library, record, home)
    return Page(address, "former.html", view, trail=(home,), source=source)
