"""A document's page: its facts, and the whole text for continuous reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Clause, Document, Measure, Part
from macros.text.punctuation import has_words
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class MeasureText:
    """A measure as it stands in the continuous text.

    ``before`` are words that belong to no measure; ``opening`` is what the source prints before the
    title, or before the first clause where ``titled`` is false. ``paragraphs`` are its clauses.
    """

    measure: Measure
    address: Address
    before: str
    opening: str
    titled: bool
    paragraphs: tuple[tuple[Clause, ...], ...]


@dataclass(frozen=True, slots=True)
class PartText:
    """A part as it stands in the continuous text; ``headed`` if the source prints its title."""

    part: Part
    address: Address
    before: str
    opening: str
    headed: bool
    measures: tuple[MeasureText, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What stands on a document's page; its files hold the text of record and the whole.

    ``opening`` and ``closing`` are the words around the parts; ``example`` is a clause to show how
    one is cited, the last of the longest measure. ``former`` are retired parts and measures.
    """

    document: Document
    opening: str
    parts: tuple[PartText, ...]
    closing: str
    files: tuple[Offer, ...]
    example: ClauseInContext | None
    former: tuple[tuple[Part | Measure, Address], ...]

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
    longest = max(document.measures, key=lambda m: len(m.clauses), default=None)
    return DocumentView(
        document,
        between(document.layout.opening),
        parts(document),
        between(document.layout.closing),
        beside(library, Use.TEXT, Use.WHOLE, about=document),
        library.clause(longest.clauses[-1].id) if longest else None,
        (
            *((part, addresses.of_part(document, part)) for part in document.former_parts),
            *((one, addresses.of_measure(document, one)) for one in document.former_measures),
        ),
    )


def parts(document: Document) -> tuple[PartText, ...]:
    """The text of a document, part by part."""
    return tuple(_part(document, part) for part in document.parts)


def _part(document: Document, part: Part) -> PartText:
    line = document.layout.part if part.layout is None else part.layout
    return PartText(
        part,
        addresses.of_part(document, part),
        between(part.before),
        _until(line, "{title}").replace("{numeral}", part.numeral),
        "{title}" in line,
        tuple(_measure(document, one) for one in document.measures if one.part == part.id),
    )


def _measure(document: Document, measure: Measure) -> MeasureText:
    line = document.layout.measure if measure.layout is None else measure.layout
    titled = "{title}" in line
    opening = _until(line, "{title}" if titled else "{clauses}")
    return MeasureText(
        measure,
        addresses.of_measure(document, measure),
        between(measure.before),
        opening.replace("{numeral}", measure.printed).replace("{number}", str(measure.number)),
        titled,
        tuple(map(tuple, _paragraphs(measure))),
    )


def _paragraphs(measure: Measure) -> Iterator[list[Clause]]:
    """The clauses of a measure line by line."""
    line: list[Clause] = []
    for clause in measure.clauses:
        if line and "\n" in clause.before:
            yield line
            line = []
        line.append(clause)
    yield line


def _until(line: str, placeholder: str) -> str:
    return line.partition(placeholder)[0].lstrip()


def between(gap: str) -> str:
    """What stands between records without the line ends around it; "" if it has no words."""
    return gap.strip("\n") if has_words(gap) else ""


def pages(library: Library) -> Iterator[Page]:
    """One page a document."""
    for document in library.documents:
        yield Page(
            addresses.of_document(document),
            "document.html",
            partial(view, library, document),
            source=document.place.value.file,
            document=document,
        )
