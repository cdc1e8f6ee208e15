"""The units of a text as the records of a document, every character in its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from macros.importing.lines import TextLine
from macros.importing.marks import NumberingStyle
from macros.importing.outline import TextUnit as Found
from macros.importing.papers import Papers, papers
from macros.importing.pieces import UnitSpan, pieces
from macros.importing.titles import UnitTitle, incipit
from macros.model import (
    Clause,
    Document,
    DocumentState,
    Fact,
    Facts,
    FactStatus,
    Layout,
    Measure,
    Part,
    PartKind,
    Source,
    Unit,
)
from macros.text.punctuation import BLANKS
from macros.words import notation
from macros.words.catalogue import say

_LONGEST_TITLE = 60
_KINDS = {
    NumberingStyle.BOOK: PartKind.BOOK,
    NumberingStyle.CHAPTER: PartKind.CHAPTER,
    NumberingStyle.SECTION: PartKind.SECTION,
}


def document(
    text: str,
    id_: str,
    lines: Sequence[TextLine],
    units: Sequence[Found],
    titles: Sequence[UnitTitle],
) -> Document:
    """The document that the units make, put together exactly as ``text``.

    What stands between units goes into the gaps of the records behind it, or into the closing.
    """
    found, part_line, measure_line = pieces(text, units, titles)
    width = max(2, len(str(sum(not unit.is_part for unit in units))))
    whole = "" if any(unit.is_part for unit in units) else say("import.whole")
    records = _Records(id_, text, width, whole)
    end = found[0].start
    for piece in found:
        usual = part_line if piece.unit.is_part else measure_line
        own = None if piece.template == usual else piece.template
        records.take(piece, text[end : piece.start], own)
        end = piece.end
    first, last = lines.index(units[0].line), lines.index(units[-1].last)
    known = papers(lines[:first], lines[last + 1 :])
    title = _title(known.title)
    return Document(
        id=id_,
        short_title=title.value or id_,
        state=DocumentState.DRAFT,
        unit=_entries(units),
        facts=_facts(title, known),
        source=Source(file="source.txt", sha256=hashlib.sha256(text.encode()).hexdigest()),
        layout=Layout(
            opening=text[: found[0].start],
            part=part_line or "{numeral}{title}\n",
            measure=measure_line,
            closing=text[end:],
        ),
        parts=tuple(records.parts),
    ).with_measures(tuple(records.measures), text)


def _entries(units: Sequence[Found]) -> Unit:
    """Articles if the text numbers them as articles, which are cited by paragraph and item."""
    articles = any(unit.mark.style is NumberingStyle.ARTICLE for unit in units if not unit.is_part)
    return Unit.ARTICLE if articles else Unit.MEASURE


def _title(head: str) -> Fact:
    """The head of the opening as a provisional title, if it can be one."""
    sentence = any(stop in head for stop in notation.say("ends"))
    if (
        not head
        or sentence
        or len(head) > _LONGEST_TITLE
        or _plain(head) == notation.say("contents")
    ):
        return Fact(status=FactStatus.PENDING)
    return Fact(status=FactStatus.PROVISIONAL, value=head, source=say("import.title-source"))


def _plain(head: str) -> str:
    return re.sub(f"[{BLANKS}]", "", head)


def _facts(title: Fact, known: Papers) -> Facts:
    """What the lines of a text say of it, for an editor to confirm."""
    pending = Fact(status=FactStatus.PENDING)
    return Facts(
        title=title,
        issuer=_said(known.issuer),
        number=_said(known.number),
        issued=_said(known.issued),
        effective=pending,
        force=pending,
    )


def _said(value: str) -> Fact:
    if not value:
        return Fact(status=FactStatus.PENDING)
    return Fact(status=FactStatus.PROVISIONAL, value=value, source=say("import.fact-source"))


class _Records:
    """Parts and measures as they come; a measure under no heading gets a part without one."""

    def __init__(self, id_: str, text: str, width: int, whole: str) -> None:
        """``width`` is how many digits ids of measures have, ``whole`` the name of an only part."""
        self.parts: list[Part] = []
        self.measures: list[Measure] = []
        self._id = id_
        self._text = text
        self._width = width
        self._whole = whole
        self._open: list[tuple[int, str]] = []

    def take(self, piece: UnitSpan, gap: str, layout: str | None) -> None:
        """Add the unit of a piece with the gap before it and its own line, if it has one."""
        while self._open and self._open[-1][0] >= piece.unit.depth:
            self._open.pop()
        title = self._text[piece.title.start : piece.title.end]
        if piece.unit.is_part:
            self._part(piece.unit, title, gap, layout)
            self._open.append((piece.unit.depth, self.parts[-1].id))
        else:
            title = title or incipit(self._text[slice(*piece.spans[0])])
            self._stand_under_a_part(title)
            self._measure(piece, title, gap, layout)

    def _part(self, unit: Found, title: str, gap: str, layout: str | None) -> None:
        number = len(self.parts) + 1
        self.parts.append(
            Part(
                id=f"{self._id}p{number}",
                kind=_KINDS.get(unit.mark.style, PartKind.PART),
                within=self._open[-1][1] if self._open else None,
                number=number,
                numeral=unit.mark.numeral,
                title=title,
                short=re.sub(f"[{BLANKS}]", "", title),
                before=gap,
                layout=layout,
            )
        )

    def _stand_under_a_part(self, title: str) -> None:
        """Make a part without heading, unless the last part is the one that the measure is in."""
        within = self._open[-1][1] if self._open else None
        last = self.parts[-1] if self.parts else None
        if last and (last.id == within or (last.layout == "" and last.within == within)):
            return
        number = len(self.parts) + 1
        self.parts.append(
            Part(
                id=f"{self._id}p{number}",
                within=within,
                number=number,
                numeral=str(number),
                title=self._whole or title,
                short=self._whole or title,
                layout="",
            )
        )

    def _measure(self, piece: UnitSpan, title: str, gap: str, layout: str | None) -> None:
        number = len(self.measures) + 1
        mark = piece.unit.mark
        numeral = mark.numeral or f"{mark.worth[0]}{say('cite.unnumbered')}"
        id_ = f"{self._id}a{number:0{self._width}}"
        self.measures.append(
            Measure(
                id=id_,
                number=number,
                numeral=None if numeral == str(number) else numeral,
                part=self.parts[-1].id,
                title=title,
                before=gap,
                layout=layout,
                clauses=tuple(_clauses(self._text, id_, piece.spans)),
            )
        )


def _clauses(text: str, id_: str, spans: Sequence[tuple[int, int]]) -> Iterator[Clause]:
    before = spans[0][0]
    for ordinal, (start, end) in enumerate(spans, start=1):
        yield Clause(id=f"{id_}c{ordinal}", before=text[before:start], text=text[start:end])
        before = end
