"""The stretch of a text that a unit takes up, and the line template that says how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.importing.outline import TextUnit
from macros.importing.sentences import clauses
from macros.importing.titles import UnitTitle
from macros.text.punctuation import BLANKS

_LINE_ENDS = re.compile(rf"(?:[{BLANKS}]*\n)+")


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit with its code points in the text, from 0, and the template of its lines.

    ``spans`` are the clauses of a measure.
    """

    unit: TextUnit
    title: UnitTitle
    start: int
    end: int
    template: str
    spans: tuple[tuple[int, int], ...] = ()


def pieces(
    text: str, units: Sequence[TextUnit], titles: Sequence[UnitTitle]
) -> tuple[tuple[UnitSpan, ...], str, str]:
    """The pieces, and the templates that most parts and most measures have.

    A piece whose template is the usual one but for blanks before it begins behind these blanks.
    """
    plain = _is_plain(units)
    found = [_piece(text, unit, title, plain) for unit, title in zip(units, titles, strict=True)]
    part = _most_common([piece.template for piece in found if piece.unit.is_part])
    measure = _most_common([piece.template for piece in found if not piece.unit.is_part])
    outdented = (_outdented(piece, part if piece.unit.is_part else measure) for piece in found)
    return tuple(outdented), part, measure


def _is_plain(units: Sequence[TextUnit]) -> bool:
    """Whether measures are numbered 1, 2, 3 in digits, so that the number says it all."""
    numerals = [unit.mark.numeral for unit in units if not unit.is_part]
    return numerals == [str(n) for n in range(1, len(numerals) + 1)]


def _piece(text: str, unit: TextUnit, title: UnitTitle, plain: bool) -> UnitSpan:
    """The extent of a unit and its line template."""
    mark = unit.mark
    start = unit.line.start
    number = start + len(mark.before)
    holes = [(number, number + len(mark.numeral), "number" if plain else "numeral")]
    if not mark.numeral:
        # A paragraph begins where its words do.
        start, holes = title.start, []
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
    return UnitSpan(unit, title, start, end, template + text[at:end], spans)


def _outdented(piece: UnitSpan, usual: str) -> UnitSpan:
    template = piece.template.lstrip(BLANKS)
    blanks = len(piece.template) - len(template)
    if not blanks or template != usual:
        return piece
    return replace(piece, start=piece.start + blanks, template=template)


def _most_common(templates: list[str]) -> str:
    return Counter(templates).most_common(1)[0][0] if templates else ""
