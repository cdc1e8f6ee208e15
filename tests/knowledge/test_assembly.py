"""The text put together from the records."""

from __future__ import annotations

import pytest

from macros.data import load
from macros.knowledge.assembly import SegmentKind, assemble, first_difference, text_of
from macros.model import Document
from tests.projects import BASE, REPOSITORY

DOCUMENTS = (*load(BASE).library.documents, *load(REPOSITORY).library.documents)
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.id)


@each_document
def test_the_segments_are_the_source(document: Document) -> None:
    """Put together, the records of a document are its source, to the last code point."""
    assert text_of(assemble(document)) == document.text


@each_document
def test_every_character_has_one_owner(document: Document) -> None:
    """The segments stand end to end, without gap or overlap."""
    segments = assemble(document)
    assert segments[0].start == 0
    assert [s.end for s in segments[:-1]] == [s.start for s in segments[1:]]
    assert segments[-1].end == len(document.text)


@each_document
def test_marks_hold_no_words(document: Document) -> None:
    """What belongs to no record is blanks, line ends and marks: no letter, no digit."""
    marks = [s.text for s in assemble(document) if s.kind is SegmentKind.MARK]
    assert not any(character.isalnum() for mark in marks for character in mark)


@each_document
def test_a_character_leads_to_its_place(document: Document) -> None:
    """The place of a clause's character is the place of the clause's text, moved along."""
    for segment in assemble(document):
        if segment.kind is SegmentKind.CLAUSE:
            first, last = segment.at(segment.start), segment.at(segment.end - 1)
            assert first.line == last.line
            assert last.column - first.column == len(segment.text) - 1


def test_first_difference() -> None:
    """Two texts first differ where their characters do, or where the shorter one ends."""
    assert first_difference("", "") is None
    assert first_difference("abc", "abc") is None
    assert first_difference("abc", "axc") == 1
    assert first_difference("abc", "ab") == 2
