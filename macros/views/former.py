"""What no longer holds, at its old address: why it was retired, and what took its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Clause, Document, Duty, Guide, Measure, Part, Question
from macros.views.page import Page

_Retirable = Part | Measure | Clause | Duty | Question | Guide


class Kind(StrEnum):
    """What was retired."""

    PART = "part"
    MEASURE = "measure"
    CLAUSE = "clause"
    DUTY = "duty"
    QUESTION = "question"
    GUIDE = "guide"


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
    return Former(
        Kind(type(record).__name__.lower()),
        record.id,
        _words(record),
        by.retired or "",
        tuple(found for found in successors if found),
    )


def _words(record: _Retirable) -> str:
    match record:
        case Part() | Measure():
            return record.title
        case Clause() | Question():
            return record.text
        case Duty():
            return record.do
        case Guide():
            return record.label


def _successor(library: Library, id_: str) -> Successor | None:
    if duty := library.duty(id_):
        return Successor(Kind.DUTY, duty.duty.do, addresses.of_duty(duty))
    if clause := library.clause(id_):
        at = addresses.of_clause(clause)
        return Successor(Kind.CLAUSE, "", at, clause)
    if measure := library.measure(id_):
        at = addresses.of_measure(library.document_of(measure), measure)
        return Successor(Kind.MEASURE, measure.title, at, measure)
    return _other_successor(library, id_)


def _other_successor(library: Library, id_: str) -> Successor | None:
    for document in library.documents:
        for part in document.every_part:
            if part.id == id_:
                return Successor(Kind.PART, part.title, addresses.of_part(document, part))
        for measure in document.every_measure:
            for question in measure.every_question:
                if question.id == id_:
                    page = addresses.of_measure(document, measure).page
                    return Successor(Kind.QUESTION, question.text, Address(page, id_))
    for guide in library.guides:
        page = addresses.of_guide(guide.id).page
        if guide.id == id_:
            return Successor(Kind.GUIDE, guide.label, Address(page))
        for question in guide.every_question:
            if question.id == id_:
                return Successor(Kind.QUESTION, question.text, Address(page, id_))
    return None


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
    for document in library.documents:
        yield from _of_document(library, document)
    for guide in library.guides:
        if guide.retired is not None:
            address = addresses.of_guide(guide.id)
            yield _page(library, guide, address, addresses.STUDY)


def _of_document(library: Library, document: Document) -> Iterator[Page]:
    home = addresses.of_document(document)
    for part in document.former_parts:
        yield _page(library, part, addresses.of_part(document, part), home)
    for measure in document.former_measures:
        yield _page(library, measure, addresses.of_measure(document, measure), home)


def _page(
    library: Library, record: Part | Measure | Guide, address: Address, home: Address
) -> Page:
    source = record.place.value.file
    view = partial(_view, library, record, home)
    return Page(address, "former.html", view, trail=(home,), source=source)
