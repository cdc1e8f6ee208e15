"""How a measure, a clause or a part is cited, in one document and where several meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from macros.knowledge import ClauseInContext, DutyInContext, Library, addresses
from macros.model import Clause, Document, Measure, Part, Unit
from macros.text.numerals import chinese
from macros.words.catalogue import say

ITEM = re.compile("[(\uff08][^()\uff08\uff09]{1,4}[)\uff09]")
"""An item of an article begins with its number in brackets, which belong to its own words."""

Cited = Measure | Part | ClauseInContext | DutyInContext


def cited(context: ClauseInContext | DutyInContext) -> str:
    """A clause as it is cited by itself; one of a sample with its document, lest it pass for real.

    Where several real documents meet, ``Citations`` tells them apart.
    """
    document, measure = context.document, context.measure
    place = next(p for c, _, p in _clauses(document, measure) if c.id == context.clause.id)
    return _cite(document, measure, place, named=document.sample)


def part_cited(document: Document, part: Part) -> str:
    """A part as it is cited by itself; one of a sample with its document."""
    return _cite(document, part, named=document.sample)


class Citations:
    """Cites what a library holds.

    Where several documents meet, each but the first is named with its numbers; on the pages of one
    document all others are. A clause of a measure is cited by its place among the sentences, a
    clause of an article by its paragraph and item, as lawyers do.
    """

    def __init__(self, library: Library) -> None:
        """Cite the records of ``library``; KeyError for a measure or part that it does not hold."""
        self._library = library

    def of(self, record: Cited, page: str = "") -> str:
        """The citation of ``record`` as it stands on the page at path ``page``."""
        home: Part | Measure
        place = ""
        if isinstance(record, Part):
            document, home = self._homes[record.id], record
        elif isinstance(record, Measure):
            document, home = self._library.document_of(record), record
        else:
            document, home, place = record.document, record.measure, self.within(record.clause)
        return _cite(document, home, place, named=self._is_named(document, page))

    def before(self, part: Part, page: str = "") -> str:
        """What stands before a part's title in a heading or a list on the page at path ``page``."""
        home = self._homes[part.id]
        name = home.short_title if self._is_named(home, page) else ""
        return name + say(f"cite.before.{part.kind}", number=part.numeral)

    def within(self, clause: Clause) -> str:
        """A clause's place in its measure; "" for an article's one paragraph, or if retired."""
        return self._places.get(clause.id, (0, ""))[1]

    def number(self, clause: Clause) -> int:
        """The number of a clause's sentence, or of its paragraph if it is one of an article."""
        return self._places[clause.id][0]

    @cached_property
    def _homes(self) -> dict[str, Document]:
        return {
            part.id: document
            for document in self._library.documents
            for part in document.every_part
        }

    @cached_property
    def _places(self) -> dict[str, tuple[int, str]]:
        return {
            clause.id: (number, place)
            for document in self._library.documents
            for measure in document.measures
            for clause, number, place in _clauses(document, measure)
        }

    def _is_named(self, document: Document, page: str) -> bool:
        """Whether a citation on a page says which document it is of."""
        here = self._at_home.get(page.partition("/")[0].removesuffix(".html"))
        usual = self._library.documents[0] if here is None else here
        return document.id != usual.id

    @cached_property
    def _at_home(self) -> dict[str, Document]:
        """Documents by the first step of their pages' addresses."""
        return {
            addresses.of_document(document).page.removesuffix(".html"): document
            for document in self._library.documents
        }


def numbered(printed: str) -> str:
    """A measure by its number as printed, without its document."""
    # An article put in later carries the word for article within its number.
    inserted = say("cite.sign") in printed
    return say("cite.inserted" if inserted else "cite.measure", number=printed)


def _cite(document: Document, home: Part | Measure, place: str = "", *, named: bool) -> str:
    """A part or measure by its number, with its document's name if ``named``, and a place in it."""
    if isinstance(home, Part):
        number = say(f"cite.{home.kind}", number=home.numeral)
    else:
        number = numbered(home.printed)
    return (document.short_title if named else "") + number + place


def _clauses(document: Document, measure: Measure) -> Iterator[tuple[Clause, int, str]]:
    """Each clause of a measure with the number and the words for its place there."""
    if document.unit is Unit.MEASURE:
        for n, clause in enumerate(measure.clauses, start=1):
            yield clause, n, say("cite.sentence", number=n)
        return
    paragraphs = tuple(_paragraphs(measure))
    for n, paragraph in enumerate(paragraphs, start=1):
        place = say("cite.paragraph", number=chinese(n)) if len(paragraphs) > 1 else ""
        sentences = 0
        for clause in paragraph:
            item = ITEM.match(clause.text)
            sentences += item is None
            if item is not None:
                yield clause, n, place + say("cite.item", number=item[0])
            elif sentences > 1:
                yield clause, n, place + say("cite.sentence", number=chinese(sentences))
            else:
                yield clause, n, place


def _paragraphs(measure: Measure) -> Iterator[list[Clause]]:
    """The clauses of an article by paragraph; items belong to the paragraph before them."""
    paragraph: list[Clause] = []
    for clause in measure.clauses:
        begins = "\n" in clause.before and not ITEM.match(clause.text)
        if begins and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(clause)
    yield paragraph
