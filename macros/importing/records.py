"""The units of a text as the records of a document, every character in its place."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.importing.clauses import clauses
from macros.importing.lines import Line
from macros.importing.marks import Style
from macros.importing.notation import BLANKS
from macros.importing.outline import Unit
from macros.importing.titles import Title, incipit
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
)
from macros.words import say

_LINE_ENDS = re.compile(rf"(?:[{BLANKS}]*\n)+")
_KINDS = {
    Style.BOOK: PartKind.BOOK,
    Style.CHAPTER: PartKind.CHAPTER,
    Style.SECTION: PartKind.SECTION,
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A unit with the code points it takes up and the line template that says how."""

    unit: Unit
    title: Title
    start: int
    end: int
    template: str
    spans: tuple[tuple[int, int], ...] = ()


def document(
    text: str,
    id_: str,
    lines: Sequence[Line],
    units: Sequence[Unit],
    titles: Sequence[Title],
) -> Document:
    """The document that the units make, put together exactly as ``text``.

    What stands between units goes into the gaps of the records behind it, or into the closing.
    """
    plain = _is_plain(units)
    pieces = tuple(
        _piece(text, unit, title, plain) for unit, title in zip(units, titles, strict=True)
    )
    usual = {
        is_part: _most_common([p.template for p in pieces if p.unit.is_part is is_part])
        for is_part in (True, False)
    }
    width = max(2, len(str(sum(not unit.is_part for unit in units))))
    whole = "" if any(unit.is_part for unit in units) else say("import.whole")
    records = _Records(id_, text, width, whole)
    end = 0
    opening = ""
    for piece in (_outdented(piece, usual) for piece in pieces):
        gap = text[end : piece.start]
        end = piece.end
        if not records.parts:
            opening, gap = gap, ""
        line = usual[piece.unit.is_part]
        records.take(piece, gap, None if piece.template == line else piece.template)
    head = next((line.text.lstrip("# ").strip(BLANKS) for line in lines if line.says), "")
    known = 0 < len(head) <= 60 and lines.index(units[0].line) > 0
    title = (
        Fact(status=FactStatus.PROVISIONAL, value=head, source=say("import.title-source"))
        if known and not any(c in head for c in "\u3002\uff1b")
        else Fact(status=FactStatus.PENDING)
    )
    pending = Fact(status=FactStatus.PENDING)
    return Document(
        id=id_,
        short_title=title.value or id_,
        state=DocumentState.DRAFT,
        facts=Facts(
            title=title,
            issuer=pending,
            number=pending,
            issued=pending,
            effective=pending,
            force=pending,
        ),
        source=Source(file="source.txt", sha256=hashlib.sha256(text.encode()).hexdigest()),
        layout=Layout(
            opening=opening,
            part=usual[True] or "{numeral}{title}\n",
            measure=usual[False],
            closing=text[end:],
        ),
        parts=tuple(records.parts),
    ).with_measures(tuple(records.measures), text)


def _is_plain(units: Sequence[Unit]) -> bool:
    """Whether measures are numbered 1, 2, 3 in digits, so that the number says it all."""
    numerals = [unit.mark.numeral for unit in units if not unit.is_part]
    return numerals == [str(n) for n in range(1, len(numerals) + 1)]


def _piece(text: str, unit: Unit, title: Title, plain: bool) -> _Piece:
    """The extent of a unit and its line template."""
    mark = unit.mark
    start = unit.line.start
    number = start + len(mark.before)
    holes = [(number, number + len(mark.numeral), "number" if plain else "numeral")]
    spans: tuple[tuple[int, int], ...] = ()
    if unit.is_part:
        holes = [(*holes[0][:2], "numeral"), (title.start, title.end, "title")]
        last = unit.last.end
    else:
        if title.end > title.start:
            holes.append((title.start, title.end, "title"))
        last = unit.last.end
        spans = tuple(clauses(text, title.text, last))
        holes.append((spans[0][0], spans[-1][1], "clauses"))
    ends = _LINE_ENDS.match(text, last)
    end = ends.end() if ends else last
    template, at = "", start
    for first, behind, name in holes:
        template += text[at:first] + "{" + name + "}"
        at = behind
    return _Piece(unit, title, start, end, template + text[at:end], spans)


def _outdented(piece: _Piece, usual: dict[bool, str]) -> _Piece:
    """A piece whose line is the usual one but for blanks before it: these go into the gap."""
    template = piece.template.lstrip(BLANKS)
    blanks = len(piece.template) - len(template)
    if not blanks or template != usual[piece.unit.is_part]:
        return piece
    return replace(piece, start=piece.start + blanks, template=template)


def _most_common(templates: list[str]) -> str:
    return Counter(templates).most_common(1)[0][0] if templates else ""


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

    def take(self, piece: _Piece, gap: str, layout: str | None) -> None:
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

    def _part(self, unit: Unit, title: str, gap: str, layout: str | None) -> None:
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

    def _measure(self, piece: _Piece, title: str, gap: str, layout: str | None) -> None:
        number = len(self.measures) + 1
        numeral = piece.unit.mark.numeral
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
