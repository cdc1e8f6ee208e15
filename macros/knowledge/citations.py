"""How a measure, a clause or a part is cited, in one document and where several meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from macros.knowledge import ClauseInContext, DutyInContext, Library, addresses
from macros.model import Clause, Document, Measure, Part, Unit
from macros.text.numerals import chinese
from macros.words import notation
from macros.words.catalogue import say

_NUMBER = "[(\uff08][^()\uff08\uff09]{1,4}[)\uff09]"
ITEM = re.compile(f"{_NUMBER}(?![{notation.say('listing')}]{_NUMBER}|{notation.say('item')})")
"""An item of an article begins with its number in brackets, which belong to its own words.

Several in a row, or one with the word for an item, are a mention of items.
"""

Cited = Measure | Part | ClauseInContext | DutyInContext


def cited(context: ClauseInContext | DutyInContext) -> str:
    """A clause as it is cited by itself; one of a sample with its document, lest it pass for real.

    Where several real documents meet, ``Citations`` tells them apart.
    """
    document, measure = context.document, context.measure
    place = next(p for c, _, p in _clauses(document, measure) if c.id == context.clause.id)
    return (document.short_title if document.sample else "") + _measure(document, measure) + place


def part_cited(document: Document, part: Part) -> str:
    """A part as it is cited by itself; one of a sample with its document."""
    return (document.short_title if document.sample else "") + _part(document, part)


class Citations:
    """Cites what a library holds.

    Where several documents meet, each but the first is named with its numbers; on the pages of one
    document all others are. Where the numbers of a document begin again, measures and parts are
    cited with the part they stand in. A clause of a measure is cited by its place among the
    sentences, a clause of an article by its paragraph and item, as lawyers do.
    """

    def __init__(self, library: Library) -> None:
        """Cite the records of ``library``; KeyError for a measure or part that it does not hold."""
        self._library = library

    def of(self, record: Cited, page: str = "") -> str:
        """The citation of ``record`` as it stands on the page at path ``page``."""
        if isinstance(record, Part):
            document = self._homes[record.id]
            return self._name(document, page) + _part(document, record)
        if isinstance(record, Measure):
            document = self._library.document_of(record)
            return self._name(document, page) + self._numbers[record.id]
        place = self._numbers[record.measure.id] + self.within(record.clause)
        return self._name(record.document, page) + place

    def before(self, part: Part, page: str = "") -> str:
        """What stands before a part's title in a heading or a list on the page at path ``page``."""
        home = self._homes[part.id]
        return self._name(home, page) + say(f"cite.before.{part.kind}", number=part.numeral)

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
    def _numbers(self) -> dict[str, str]:
        numbers: dict[str, str] = {}
        for document in self._library.documents:
            alike = Counter(measure.printed for measure in document.measures)
            for measure in document.every_measure:
                plain = alike[measure.printed] < 2 and not is_unnumbered(measure.printed)
                own = numbered(measure.printed) if plain else _measure(document, measure)
                numbers[measure.id] = own
        return numbers

    @cached_property
    def _places(self) -> dict[str, tuple[int, str]]:
        return {
            clause.id: (number, place)
            for document in self._library.documents
            for measure in document.measures
            for clause, number, place in _clauses(document, measure)
        }

    def _name(self, document: Document, page: str) -> str:
        """What a citation on a page calls its document; "" where it goes without saying."""
        here = self._at_home.get(page.partition("/")[0].removesuffix(".html"))
        usual = self._library.documents[0] if here is None else here
        return "" if document.id == usual.id else document.short_title

    @cached_property
    def _at_home(self) -> dict[str, Document]:
        """Documents by the first step of their pages' addresses."""
        return {
            addresses.of_document(document).page.removesuffix(".html"): document
            for document in self._library.documents
        }


def is_unnumbered(printed: str) -> bool:
    """Whether a number is one that only counts paragraphs, which the source does not print."""
    return printed.endswith(say("cite.unnumbered"))


def numbered(printed: str) -> str:
    """A measure by its number as printed, without its document."""
    # An article put in later carries the word for article within its number, a paragraph that the
    # text does not number the word for paragraph.
    inserted = say("cite.sign") in printed or is_unnumbered(printed)
    return say("cite.inserted" if inserted else "cite.measure", number=printed)


def _measure(document: Document, measure: Measure) -> str:
    """A measure by its number; if others have that number, with the part it stands in.

    So is a paragraph that the text does not number, for it is counted within its part.
    """
    alike = [one for one in document.measures if one.printed == measure.printed]
    own = numbered(measure.printed)
    if len(alike) < 2 and not is_unnumbered(measure.printed):
        return own
    headed = _headed(document, measure.part)
    others = [_headed(document, one.part) for one in alike if one.id != measure.id]
    whole = say("cite.whole", number=measure.number) if headed in others else ""
    return (_part(document, headed) if headed else "") + own + whole


def _part(document: Document, part: Part) -> str:
    """A part by its number, and by the parts around it as far as others have that number."""
    own = _part_number(part)
    mine = _around(document, part.within)
    others = [
        _around(document, one.within)
        for one in document.parts
        if one.id != part.id and _part_number(one) == own
    ]
    return (_told_apart(mine, others) if others else "") + own


def _around(document: Document, id_: str | None) -> tuple[str, ...]:
    """The numbers of a part and of those around it that have a heading, outermost first."""
    part = _headed(document, id_)
    return (*_around(document, part.within), _part_number(part)) if part else ()


def _headed(document: Document, id_: str | None) -> Part | None:
    """The part with this id, or the nearest one around it that has a heading."""
    part = next((part for part in document.every_part if part.id == id_), None)
    return _headed(document, part.within) if part and part.layout == "" else part


def _told_apart(mine: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> str:
    """As few numbers from the inside out as no other has, or all of them."""
    ends = (mine[-length:] for length in range(1, len(mine) + 1))
    known = list(others)
    return "".join(
        next((end for end in ends if all(one[-len(end) :] != end for one in known)), mine)
    )


def _part_number(part: Part) -> str:
    return say(f"cite.{part.kind}", number=part.numeral)


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
