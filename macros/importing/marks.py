"""The number that opens a line: its style, its worth, and how it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from macros.text.numerals import ARABIC, CHINESE, CIRCLED, value
from macros.text.punctuation import BLANKS
from macros.words.notation import say


class NumberingStyle(StrEnum):
    """A way to number the units of a text, in the order in which texts nest them."""

    BOOK = "book"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    HAN = "han"
    HAN_BRACKETS = "han-brackets"
    ARABIC = "arabic"
    ARABIC_BRACKETS = "arabic-brackets"
    CIRCLED = "circled"
    DECIMAL = "decimal"
    DECIMAL_2 = "decimal-2"
    DECIMAL_3 = "decimal-3"
    DECIMAL_4 = "decimal-4"
    PARAGRAPH = "paragraph"
    """A paragraph that no number opens, where a text or a part of it has none."""


HEADINGS = (
    NumberingStyle.BOOK,
    NumberingStyle.PART,
    NumberingStyle.CHAPTER,
    NumberingStyle.SECTION,
)
"""Styles that stand over other units and have no text of their own."""


DECIMALS = (
    NumberingStyle.DECIMAL,
    NumberingStyle.DECIMAL_2,
    NumberingStyle.DECIMAL_3,
    NumberingStyle.DECIMAL_4,
)
"""Styles of a text that is numbered 1, 1.1, 1.1.1, by how many numbers each has."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The number that opens a line.

    ``before``, ``numeral`` and ``after`` are its signs as printed, blanks and light markup
    included. ``worth`` is the number, and a second one for an article that was put in later.
    ``apart`` is false where the number of an article or heading runs straight into the words
    behind it, as in a sentence that speaks of another article.
    """

    style: NumberingStyle
    before: str
    numeral: str
    after: str
    worth: tuple[int, int]
    apart: bool

    @property
    def end(self) -> int:
        """Where the rest of the line begins, in code points."""
        return len(self.before) + len(self.numeral) + len(self.after)

    @property
    def printed(self) -> str:
        """The number with its signs, without blanks around it."""
        return (self.before + self.numeral + self.after).strip(BLANKS)


def find(line: str) -> Mark | None:
    """The number that opens ``line``, if one does."""
    for style, pattern in _patterns().items():
        if match := pattern.match(line):
            numeral, later = match["numeral"], match.groupdict().get("later") or ""
            number = value(numeral)
            if number is None:
                continue
            after = match["after"]
            if later:
                numeral, after = numeral + say("article") + later, match["blank"]
            worth = (number, value(later[1:]) or 0 if later else 0)
            # A blank between a number and its word is a slip in a heading; no sentence has one.
            slip = after[:1] in BLANKS
            apart = slip or "blank" not in match.groupdict()
            apart = apart or _is_apart(match["blank"], line, match.end())
            return Mark(style, match["before"], numeral, after, worth, apart)
    return None


def find_decimal(line: str) -> Mark | None:
    """The number 1, 1.1 or 1.1.1 that opens ``line`` and stands apart from its words."""
    match = _DECIMAL.match(line)
    if match is None:
        return None
    numbers = match["numeral"].split(".")
    worth = (int(numbers[-1]), 0)
    style = DECIMALS[len(numbers) - 1]
    return Mark(style, match["before"], match["numeral"], match["after"], worth, True)


def _is_apart(blank: str, line: str, end: int) -> bool:
    return bool(blank) or end == len(line) or line[end] in say("captions") + say("pairs")


_DECIMAL = re.compile(
    rf"(?P<before>[{BLANKS}]*)(?P<numeral>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}})"
    rf"(?P<after>[{BLANKS}]+)(?=[^0-9{BLANKS}])"
)


@cache
def _patterns() -> dict[NumberingStyle, re.Pattern[str]]:
    # Light markup at the beginning of a line and around a number is kept with its signs.
    lead = rf"(?P<before>[{BLANKS}]*(?:#{{1,6}} +|> ?)?(?:\*\*)?"
    tail = rf"(?P<blank>(?:\*\*)?[{BLANKS}]*)"
    either = f"(?P<numeral>{CHINESE}|{ARABIC})"
    units = {
        style: rf"{lead}{say('ordinal')} ?){either}(?P<after> ?{say(style)}{tail})"
        for style in HEADINGS
    }
    later = f"(?P<later>{say('later')}{CHINESE})?"
    # A colon behind the number belongs to it: what follows is the text.
    colon = r"(?P<blank>(?:\*\*)?[\uff1a:]?[" + BLANKS + "]*)"
    units[NumberingStyle.ARTICLE] = (
        rf"{lead}{say('ordinal')} ?){either}"
        rf"(?P<after>[{BLANKS}]*{say('article')}{later}{colon})"
    )
    wide = {".": r"[.\uff0e\u3001]", "(": r"[(\uff08]", ")": r"[)\uff09]"}
    bare = rf"(?:\*\*)?[{BLANKS}]*"
    units[NumberingStyle.HAN] = rf"{lead})(?P<numeral>{CHINESE})(?P<after>\u3001{bare})"
    # Numbers in brackets in a row, or with the word for an item, are a mention of items.
    alone = rf"(?![{say('listing')}]?{wide['(']}(?:{CHINESE}|{ARABIC}){wide[')']}|{say('item')})"
    units[NumberingStyle.HAN_BRACKETS] = (
        rf"{lead}{wide['(']})(?P<numeral>{CHINESE})(?P<after>{wide[')']}{alone}{bare})"
    )
    # Digits with a point and more digits behind it are a number with decimals.
    units[NumberingStyle.ARABIC] = (
        rf"{lead})(?P<numeral>{ARABIC})(?P<after>{wide['.']}(?![0-9]){bare})"
    )
    units[NumberingStyle.ARABIC_BRACKETS] = (
        rf"{lead}{wide['(']}?)(?P<numeral>{ARABIC})(?P<after>{wide[')']}{alone}{bare})"
    )
    units[NumberingStyle.CIRCLED] = rf"{lead})(?P<numeral>{CIRCLED})(?P<after>{bare})"
    return {style: re.compile(pattern) for style, pattern in units.items()}
