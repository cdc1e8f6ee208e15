"""The units of a text in order: parts over measures, measures with the lines of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from macros.importing.choices import Choices, refused
from macros.importing.levels import Levels
from macros.importing.lines import TextLine
from macros.importing.marks import HEADINGS, Mark, NumberingStyle
from macros.importing.numbers import Sequences
from macros.text.punctuation import BLANKS, has_words
from macros.words.notation import say

_LONGEST_STRAY = 30
# Printed lines have 28 signs (GB/T 9704), or nearly so many; a few of them make a page.
_SHORTEST_PRINTED, _FEWEST_PRINTED, _UNEVEN = 20, 3, 3
_PAGE_NUMBER = re.compile(
    rf"[{BLANKS}]*[-\u2013\u2014\u2015\uff0d]+ ?[0-9]+ ?[-\u2013\u2014\u2015\uff0d]+[{BLANKS}]*"
)
_BRACKETS = tuple("()\uff08\uff09")
# Marks that a sentence may close with, behind its stop.
_SHUT = tuple(")\uff09\u201d\u300d")
_CLOSED = (*_SHUT, "\uff1b")


@dataclass(frozen=True, slots=True)
class TextUnit:
    """A part or a measure.

    ``line`` opens it and ``mark`` is its number; ``depth`` counts the parts it stands in by level.
    Of a part, ``body`` is the line of its title, if that is another one; of a measure, the lines of
    its text after the first. Lines that belong to no unit stand between units.
    """

    line: TextLine
    mark: Mark
    is_part: bool
    depth: int
    body: tuple[TextLine, ...] = ()

    @property
    def last(self) -> TextLine:
        """Its last line."""
        return self.body[-1] if self.body else self.line


def outline(
    lines: Sequence[TextLine], levels: Levels, file: str, choices: Choices
) -> tuple[TextUnit, ...]:
    """The units of a text.

    Refused where numbers jump (I02) or occur twice (I03), where a heading has no title (I05), and
    where an article's number may be a mention of it (I06).
    """
    _refuse_mentions(lines, file)
    numbers = Sequences(file, choices.numbers_stand)
    units = tuple(map(_without_strays, _units(lines, levels, numbers, file)))
    measures = [unit for unit in units if not unit.is_part]
    _refuse_wrapped(measures, file)
    for unit in measures:
        if not unit.body and not has_words(unit.line.rest):
            raise refused("I10", file, unit.line)
    return units


def _units(
    lines: Sequence[TextLine], levels: Levels, numbers: Sequences, file: str
) -> Iterator[TextUnit]:
    here: TextUnit | None = None
    body: list[TextLine] = []
    # Under one heading, measures have one style; numbers of another are items of theirs.
    style: NumberingStyle | None = None
    for n, line in enumerate(lines):
        mark = line.mark
        over = mark is not None and mark.style in levels.over
        if mark is None or not (
            over or (mark.style in levels.measures and style in (None, mark.style))
        ):
            if here and line not in body and _introduces(line, here, levels):
                yield replace(here, body=tuple(body))
                before = here.mark.worth[0] if here.mark.style is NumberingStyle.PARAGRAPH else 0
                here, body = paragraph(line, before + 1, len(levels.over)), []
            elif here and not here.is_part and line.says:
                if mark or here.mark.style is not NumberingStyle.PARAGRAPH:
                    body.append(line)
                if mark:
                    numbers.item(line, mark)
            continue
        if here:
            yield replace(here, body=tuple(body))
        here, body = None, []
        depth = levels.over.index(mark.style) if over else len(levels.over)
        style = None if over else mark.style
        numbers.unit(line, mark, depth)
        if over and _has_below(lines[n + 1 :], mark, levels):
            here = TextUnit(line, mark, True, depth)
            body = _title_line(lines[n:], file)
        elif mark.style not in HEADINGS:
            here = TextUnit(line, mark, False, depth)
    if here:
        yield replace(here, body=tuple(body))


def _introduces(line: TextLine, here: TextUnit, levels: Levels) -> bool:
    """Whether a line is a paragraph that introduces what stands below a heading.

    Between the headings and articles of a law stand notes, which are no part of it.
    """
    if line.mark or not line.says or _is_stray(line) or NumberingStyle.ARTICLE in levels.measures:
        return False
    return here.mark.style is NumberingStyle.PARAGRAPH or (
        here.is_part and here.mark.style not in HEADINGS
    )


def paragraph(line: TextLine, number: int, depth: int = 0) -> TextUnit:
    """The paragraph of a line as a measure that the text does not number."""
    return TextUnit(
        line, Mark(NumberingStyle.PARAGRAPH, "", "", "", (number, 0), True), False, depth
    )


def paragraphs(lines: Sequence[TextLine], file: str) -> tuple[TextUnit, ...]:
    """The paragraphs of a text without numbers, counted through.

    Title and addressee stand before them, the signature behind them, headings between them. Refused
    if there is none (I01), or if one breaks off in a sentence (I07).
    """
    prose = [line for line in lines if line.says and _is_closed(line)]
    if len(prose) > 1 and _is_address(prose[0]):
        prose = prose[1:]
    if not prose:
        raise refused("I01", file, lines[0])
    first, last = lines.index(prose[0]), lines.index(prose[-1])
    whole = replace(paragraph(prose[0], 1), body=tuple(lines[first + 1 : last + 1]))
    _refuse_wrapped([whole], file)
    return tuple(paragraph(line, number) for number, line in enumerate(prose, start=1))


def _is_address(line: TextLine) -> bool:
    """Whether a line names those to whom a letter goes."""
    words = line.rest
    return words[-1:] == say("address") and not any(end in words for end in say("ends"))


def _is_closed(line: TextLine) -> bool:
    """Whether a stop closes the line, as it does a sentence, but for marks that shut behind it."""
    said = line.rest.rstrip("".join(_SHUT))
    return said[-1:] in (*say("ends"), *say("address"), "\uff1b")


def _has_below(lines: Sequence[TextLine], mark: Mark, levels: Levels) -> bool:
    """Whether a part or measure comes before the next unit of this level or an outer one."""
    outer = levels.over[: levels.over.index(mark.style) + 1]
    for line in lines:
        if line.mark and line.mark.style in outer:
            return False
        if line.mark and line.mark.style in levels.all:
            return True
    return False


def _title_line(lines: Sequence[TextLine], file: str) -> list[TextLine]:
    """The line after a heading that has nothing behind its number."""
    if lines[0].rest:
        return []
    for line in lines[1:]:
        if line.says:
            if line.mark or not line.is_title_like:
                break
            return [line]
    raise refused("I05", file, lines[0])


def _refuse_mentions(lines: Sequence[TextLine], file: str) -> None:
    """I06: the number of an article runs into the words behind it, but not of every article."""
    for styles in (HEADINGS, (NumberingStyle.ARTICLE,)):
        marked = [line for line in lines if line.mark and line.mark.style in styles]
        doubtful = [
            line
            for line in marked
            if line.mark
            and not line.mark.apart
            and (NumberingStyle.ARTICLE in styles or not line.is_title_like)
        ]
        if doubtful and len(doubtful) < len(marked):
            raise refused("I06", file, doubtful[0])


def _refuse_wrapped(units: Sequence[TextUnit], file: str) -> None:
    """I07: a line breaks off inside a sentence, or is the number of a page within a text.

    A long line that breaks off is enough; of shorter ones, several of one even width, as they are
    printed.
    """
    broken = []
    for unit in units:
        for line, following in pairwise((unit.line, *unit.body)):
            if _PAGE_NUMBER.fullmatch(following.text):
                raise refused("I07", file, following, line)
            if _breaks_off(line, following):
                broken.append((line, following))
    long = [pair for pair in broken if len(pair[0].text) >= _LONGEST_STRAY]
    widths = [len(line.text) for line, _ in broken if len(line.text) >= _SHORTEST_PRINTED]
    even = len(widths) >= _FEWEST_PRINTED and max(widths) - min(widths) <= _UNEVEN
    for line, following in long or (broken if even else ()):
        raise refused("I07", file, line, following)


def _breaks_off(line: TextLine, following: TextLine) -> bool:
    """Whether the next line goes on, without a number, where a line ends without a stop."""
    return (
        following.number == line.number + 1
        and following.mark is None
        and (line.text[-1:].isalpha() or line.text[-1:] in ("\uff0c", "\u3001"))
    )


def _without_strays(unit: TextUnit) -> TextUnit:
    """The unit without short lines at its end that no stop closes, behind one that a stop closes.

    They are a heading without a number or the signature and date of the whole: no part of it.
    """
    end = len(unit.body)
    while not unit.is_part and end and _is_stray(unit.body[end - 1]):
        end -= 1
    before = unit.body[end - 1] if end else unit.line
    closed = before.rest[-1:] in (*say("ends"), *_CLOSED)
    return replace(unit, body=unit.body[:end]) if closed else unit


def _is_stray(line: TextLine) -> bool:
    shown = line.text.strip(BLANKS)
    in_brackets = shown[:1] in _BRACKETS and shown[-1:] in _BRACKETS
    closed = shown[-1:] in tuple(say("stops")) + _SHUT
    return line.mark is None and len(shown) <= _LONGEST_STRAY and (in_brackets or not closed)
