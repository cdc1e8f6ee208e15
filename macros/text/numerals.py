"""What a printed number is worth, and how a worth is printed in Chinese."""

from __future__ import annotations

import unicodedata

_DIGITS = "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
_ZERO = "\u96f6"
_UNITS = {"\u5343": 1000, "\u767e": 100, "\u5341": 10}

CHINESE = f"[{_DIGITS}{_ZERO}{''.join(_UNITS)}]{{1,9}}"
"""A pattern for a Chinese number below ten thousand."""
ARABIC = "[0-9\uff10-\uff19]{1,4}"
"""A pattern for a number in digits, narrow or wide."""
CIRCLED = "[\u2460-\u2473]"
"""A pattern for a number in a circle, from 1 to 20."""


def value(printed: str) -> int | None:
    """What a number is worth; None if no number from 1 on is printed like that."""
    if printed and all(unicodedata.category(sign) in ("Nd", "No") for sign in printed):
        return int(unicodedata.normalize("NFKC", printed)) or None
    total = 0
    digit: int | None = None
    for sign in printed:
        if sign in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[sign]
            digit = None
        elif sign == _ZERO:
            digit = None
        elif sign in _DIGITS and digit in (None, 0):
            digit = _DIGITS.index(sign)
        else:
            return None
    return (total + (digit or 0)) or None


def chinese(number: int) -> str:
    """A number from 1 to 9999 as texts print it."""
    written, gap = "", False
    for sign, unit in (*_UNITS.items(), ("", 1)):
        digit = number // unit % 10
        if digit:
            written += (_ZERO if gap else "") + _DIGITS[digit] + sign
        gap = bool(written) and not digit
    return written[1:] if 10 <= number < 20 else written
