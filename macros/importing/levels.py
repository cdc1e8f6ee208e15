"""Which numbers of a text number its measures, and which the parts over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.importing.choices import Choices, refused
from macros.importing.lines import LONGEST_HEADING, TextLine
from macros.importing.marks import DECIMALS, HEADINGS, NumberingStyle
from macros.words.notation import say


@dataclass(frozen=True, slots=True)
class Levels:
    """The styles of a text, outermost first: those over the measures, and those of measures.

    A unit of ``over`` that has words of its own and nothing below it is a measure as well.
    """

    over: tuple[NumberingStyle, ...]
    measures: frozenset[NumberingStyle]

    @property
    def all(self) -> tuple[NumberingStyle, ...]:
        """Both kinds, outermost first."""
        return (*self.over, *(style for style in NumberingStyle if style in self.measures))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A numbered line with all that follows up to the next number of its level or an outer one."""

    line: TextLine
    has_words: bool
    below: NumberingStyle | None

    @property
    def is_heading(self) -> bool:
        return not self.has_words and self.below is not None

    @property
    def is_introduced(self) -> bool:
        """Whether it is a heading with an introduction before what stands below it."""
        return self.has_words and self.below is not None and _is_heading(self.line)

    @property
    def is_mixed(self) -> bool:
        return self.has_words and self.below is not None and not _is_heading(self.line)


def levels(lines: Sequence[TextLine], file: str, choices: Choices) -> Levels:
    """The levels of a text.

    Refused if it has no numbers (I01), or if what is numbered alike is a heading at one place and
    runs on in words of its own above narrower numbers at another (I04), unless ``choices`` say
    which numbers are those of measures. Where some are headings, one that is introduced is, too.
    """
    if any(line.mark and line.mark.style in DECIMALS for line in lines):
        # All other numbers of such a text are those of items.
        lines = [
            line if line.mark and line.mark.style in DECIMALS else replace(line, mark=None)
            for line in lines
        ]
    marked = [line for line in lines if line.mark]
    present = _in_order(marked)
    if not present:
        raise refused("I01", file, lines[0])
    if choices.measures:
        if choices.measures - set(present):
            raise refused("I11", file, lines[0])
        depth = min(present.index(style) for style in choices.measures)
        return Levels(
            tuple(s for s in present[:depth] if s not in choices.measures), choices.measures
        )
    if NumberingStyle.ARTICLE in present:
        return Levels(_over_articles(lines, present, file), frozenset({NumberingStyle.ARTICLE}))
    return _by_words(lines, present, file)


def _in_order(marked: Sequence[TextLine]) -> list[NumberingStyle]:
    """The styles in the order in which they first occur, headings in the order that they nest."""
    found = list(dict.fromkeys(line.mark.style for line in marked if line.mark))
    headings = [style for style in HEADINGS if style in found]
    return [*headings, *(style for style in found if style not in headings)]


def _over_articles(
    lines: Sequence[TextLine], present: list[NumberingStyle], file: str
) -> tuple[NumberingStyle, ...]:
    """Headings, and a plain Chinese number that stands over articles everywhere."""
    over = [style for style in present if style in HEADINGS]
    units = _units(lines, NumberingStyle.HAN, [*over, NumberingStyle.HAN, NumberingStyle.ARTICLE])
    headings = [unit for unit in units if unit.is_heading and unit.below is NumberingStyle.ARTICLE]
    if not headings:
        return tuple(over)
    for unit in units:
        if unit not in headings and not unit.is_introduced:
            raise refused("I04", file, unit.line, headings[0].line)
    return (*over, NumberingStyle.HAN)


def _by_words(lines: Sequence[TextLine], present: list[NumberingStyle], file: str) -> Levels:
    """The outermost level at which there are words; what stands over it are headings only."""
    over: list[NumberingStyle] = []
    here = present[0]
    while True:
        units = _units(lines, here, [*over, *(s for s in present if s not in over)])
        headings = [unit for unit in units if unit.is_heading]
        mixed = [unit for unit in units if unit.is_mixed]
        if not headings and here not in HEADINGS:
            return Levels(tuple(over), frozenset({here}))
        if mixed and here not in HEADINGS:
            raise refused("I04", file, mixed[0].line, headings[0].line)
        over.append(here)
        below = list(dict.fromkeys(unit.below for unit in units if unit.below is not None))
        if not below:
            raise refused("I01", file, units[0].line)
        for unit in units:
            if unit.below not in (None, below[0]) and not {unit.below, below[0]} & set(HEADINGS):
                raise refused("I04", file, unit.line, units[0].line)
        here = below[0]


def _units(
    lines: Sequence[TextLine], style: NumberingStyle, order: list[NumberingStyle]
) -> list[_Unit]:
    """The units of one style; ``order`` lists the styles outermost first."""
    outer = order[: order.index(style) + 1] if style in order else []
    units = []
    for n, line in enumerate(lines):
        if line.mark is None or line.mark.style is not style:
            continue
        following = []
        for other in lines[n + 1 :]:
            if other.mark is not None and other.mark.style in outer:
                break
            following.append(other)
        marks = [other.mark.style for other in following if other.mark]
        texts = [o for o in following[: _first_marked(following)] if o.says]
        units.append(_Unit(line, bool(texts) or not _is_heading(line), marks[0] if marks else None))
    return units


def _first_marked(lines: Sequence[TextLine]) -> int:
    return next((n for n, line in enumerate(lines) if line.mark), len(lines))


def _is_heading(line: TextLine) -> bool:
    """Whether a line has a title and no more: no stop but perhaps one at its end."""
    words = line.rest
    inner = words[:-1] if words[-1:] in tuple(say("ends")) else words
    return 0 < len(inner) <= LONGEST_HEADING and not any(
        stop in inner for stop in say("stops") if stop != "\uff0c"
    )
