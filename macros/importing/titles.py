"""Where the title of a measure stands: on its own line, in brackets, in its first sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.importing.choices import Choices, refused
from macros.importing.lines import TextLine
from macros.importing.marks import NumberingStyle
from macros.importing.outline import TextUnit
from macros.importing.sentences import outside
from macros.text.punctuation import BLANKS, has_words
from macros.words.notation import say

_LONGEST = 25
# Of fewer measures, each may begin with a short sentence by chance.
_FEWEST = 3
# Of so many in a hundred that begin with one, it is the title; of so few, it is by chance.
_MOST, _LEAST = 60, 25
_LONGEST_CHOSEN = 60
_INCIPIT = 16


@dataclass(frozen=True, slots=True)
class UnitTitle:
    """The title of a unit as code points of the whole text, from 0; the text goes on at ``text``.

    Without a title, ``start`` and ``end`` are equal.
    """

    start: int
    end: int
    text: int


def titles(units: Sequence[TextUnit], file: str, choices: Choices) -> tuple[UnitTitle, ...]:
    """The title of each unit.

    The first sentence of a measure is its title if that of most measures can be one: it is short,
    without a stop inside, and something follows it. The others may then have commas in theirs, or
    no title. If few can, none is a title. Refused (I08), unless ``choices`` say how to take them,
    if about half can, or if all can but the measures are few or are articles; of articles of which
    only some can, none is a title.
    """
    found = {n: title for n, unit in enumerate(units) if (title := _apart(unit)) is not None}
    others = [n for n, unit in enumerate(units) if n not in found]
    titled = _takes_first_sentence([units[n] for n in others], file, choices)
    most = _LONGEST_CHOSEN if choices.titled else _LONGEST
    for n in others:
        line = units[n].line
        follows = _follows(units[n])
        end = _first_sentence(line, most, choices.titled is True, follows) if titled else None
        if titled and end is None:
            end = _first_sentence(line, most, True, follows)
        start = _start(line)
        found[n] = UnitTitle(start, start, start) if end is None else UnitTitle(start, end, end + 1)
    return tuple(found[n] for n in range(len(units)))


def incipit(text: str) -> str:
    """The opening words of a text, up to a stop, as a name for what has no title."""
    for length in range(4, min(len(text), 2 * _INCIPIT)):
        if text[length] in say("stops") or text[length] in BLANKS:
            return text[:length]
    return text[:_INCIPIT].rstrip(BLANKS)


def _start(line: TextLine) -> int:
    return line.start + line.text.index(line.rest, line.mark.end if line.mark else 0)


def _apart(unit: TextUnit) -> UnitTitle | None:
    """A title that is marked off from the text by a line end or by brackets.

    Of a paragraph without a number, where it begins, for it has none.
    """
    if unit.mark.style is NumberingStyle.PARAGRAPH:
        start = _start(unit.line)
        return UnitTitle(start, start, start)
    holder = unit.body[0] if unit.is_part and unit.body else unit.line
    words = holder.rest
    start = _start(holder)
    if unit.is_part:
        words = words.rstrip(say("ends") + BLANKS) or words
        return UnitTitle(start, start + len(words), holder.end)
    captions = say("captions")
    shut = words.find(captions[1])
    if (
        words.startswith(captions[0])
        and 1 < shut <= _LONGEST_CHOSEN
        and words[1:shut] == words[1:shut].strip(BLANKS)
        and (unit.body or has_words(words[shut:]))
    ):
        return UnitTitle(start + 1, start + shut, start + shut + 1)
    if holder.is_title_like and unit.body:
        return UnitTitle(start, start + len(words), holder.end)
    return None


def _takes_first_sentence(units: Sequence[TextUnit], file: str, choices: Choices) -> bool:
    if choices.titled is not None or not units:
        return bool(choices.titled)
    fitting = [
        unit
        for unit in units
        if _first_sentence(unit.line, _LONGEST, False, _follows(unit)) is not None
    ]
    articles = all(unit.mark.style is NumberingStyle.ARTICLE for unit in units)
    if not fitting or (articles and len(fitting) < len(units)):
        return False
    share = 100 * len(fitting) / len(units)
    if len(units) >= _FEWEST and not articles and not _LEAST < share < _MOST:
        return share >= _MOST
    odd = next((unit for unit in units if unit not in fitting), units[-1])
    raise refused("I08", file, odd.line, *(u.line for u in fitting[:1] if u is not odd))


def _follows(unit: TextUnit) -> bool:
    """Whether lines follow the first one, so that a title may have it to itself.

    The first line of an article that has several is its first paragraph.
    """
    return bool(unit.body) and unit.mark.style is not NumberingStyle.ARTICLE


def _first_sentence(line: TextLine, most: int, with_stops: bool, follows: bool) -> int | None:
    """Where the first sentence of a measure ends, if it can be a title, in the whole text.

    ``follows`` says that other lines of the measure stand behind this one; with its stop, a title
    can then have the line to itself.
    """
    words = line.rest
    ends = (at for at in outside(words, say("closes")) if at > 0)
    end = next(ends, len(words))
    inner = words[:end]
    stopped = any(stop in inner for stop in say("stops"))
    if end > most or end == len(words) or (stopped and not with_stops):
        return None
    if not has_words(words[end:]) and not (follows and words[end] in say("ends")):
        return None
    if not has_words(inner) or inner != inner.strip(BLANKS):
        return None
    return _start(line) + end
