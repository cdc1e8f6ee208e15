"""A document: its facts, its source, how the source is put together, parts and measures."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from macros.model.measure import Measure
from macros.model.record import Record
from macros.model.scalars import Count, Gap, Id, Lines, Sha256, Text, Truth
from macros.model.vocabularies import DocumentState, FactStatus, PartKind, Unit


class Part(Record):
    """One part of the document: a part, a book, a chapter or a section."""

    id: Id = Field(description="Permanent id, unique across the library.")
    kind: PartKind = Field(default=PartKind.PART, description="What the document calls it.")
    within: Id | None = Field(default=None, description="The broader part it is a part of.")
    number: Count = Field(description="Its place in the document.")
    numeral: Text = Field(description="The Chinese numeral as printed.")
    title: Text = Field(description="Its heading in the source.")
    short: Text = Field(description="A short name for menus and tables.")
    before: Gap = Field(default="", description="What stands before it and is part of no record.")
    layout: Gap | None = Field(
        default=None,
        description="Its line in the source, where that is not the usual one; empty for none.",
    )
    retired: Text | None = Field(default=None, description="Why it is no longer part of the text.")
    replaced_by: tuple[Id, ...] = Field(default=(), description="What took its place.")


class Fact(Record):
    """One fact about the document; a pending fact has no value yet."""

    status: FactStatus = Field(description="How certain it is.")
    value: Text | None = Field(default=None, description="The fact.")
    source: Text | None = Field(default=None, description="Where the fact is taken from.")


class Facts(Record):
    """What is known of the document as an issued act."""

    title: Fact = Field(description="The official title.")
    issuer: Fact = Field(description="Who issued it.")
    number: Fact = Field(description="Its document number.")
    issued: Fact = Field(description="The date of issue.")
    effective: Fact = Field(description="The date it takes effect.")
    force: Fact = Field(description="Whether it is in force.")


class Original(Record):
    """The file that the text of record was taken from, such as a Word file."""

    file: Text = Field(description="Its name; the file itself is kept elsewhere.")
    sha256: Sha256 = Field(description="Its SHA-256.")


class Source(Record):
    """The text of record."""

    file: Text = Field(description="The file beside document.yml.")
    sha256: Sha256 = Field(description="Its SHA-256.")
    original: Original | None = Field(
        default=None, description="The file it was taken from, if that is another one."
    )


class Layout(Record):
    """How titles, numbers and clauses stand in the source file, marks and line ends included."""

    opening: Gap = Field(default="", description="What stands before the first part.")
    part: Lines = Field(description="A part's line, with {numeral} and {title}.")
    measure: Lines = Field(
        description="A measure's lines, with {number} or {numeral}, {title} and {clauses}; without "
        "{title} where the source prints none."
    )
    closing: Gap = Field(default="", description="What stands after the last measure.")


class Document(Record):
    """One policy document: its facts, its parts and its measures."""

    id: Id = Field(description="Permanent id; the first step of all its addresses.")
    short_title: Text = Field(description="The name used in citations.")
    state: DocumentState = Field(
        default=DocumentState.COMPLETE, description="A draft still lacks duties."
    )
    unit: Unit = Field(
        default=Unit.MEASURE,
        description="Measures are cited by sentence, articles by paragraph and item.",
    )
    sample: Truth = Field(
        default=False,
        description="An invented text that shows how the library works; no group studies it.",
    )
    front: Truth = Field(
        default=False, description="It stands before all others: on the home page and in lists."
    )
    facts: Facts = Field(description="What is known of it as an issued act.")
    source: Source = Field(description="The text of record.")
    layout: Layout = Field(description="How the source is put together.")
    parts: tuple[Part, ...] = Field(min_length=1, description="Its parts, in order.")
    measures: tuple[Measure, ...] = Field(
        default=(), description="Its measures; each stands in a file of its own under measures/."
    )
    text: str = Field(default="", description="The content of the source file.", exclude=True)
    former_parts: tuple[Part, ...] = Field(
        default=(), description="The retired ones, set apart from those of the text."
    )
    former_measures: tuple[Measure, ...] = Field(
        default=(), description="The retired ones, set apart from those of the text."
    )

    @property
    def every_part(self) -> tuple[Part, ...]:
        """Those of the text, then the retired ones."""
        return (*self.parts, *self.former_parts)

    @property
    def every_measure(self) -> tuple[Measure, ...]:
        """Those of the text, then the retired ones."""
        return (*self.measures, *self.former_measures)

    def with_measures(self, measures: tuple[Measure, ...], text: str) -> Self:
        """The document completed by its measures and the content of its source file."""
        return self.model_copy(update={"measures": measures, "text": text})
