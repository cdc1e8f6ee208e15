"""Whether the numbers of units follow one another."""

from __future__ import annotations

from macros.importing.choices import refused
from macros.importing.lines import TextLine
from macros.importing.marks import DECIMALS, Mark, NumberingStyle
from macros.text.numerals import chinese


class Sequences:
    """The numbers met so far; each new one must go on from the last of its style or begin at 1.

    It may begin anew where a unit of an outer level has begun since, an item anywhere. Refused
    are a number that occurs twice (I03) and any other that does not follow (I02), unless numbers
    stand as they are.
    """

    def __init__(self, file: str, numbers_stand: bool) -> None:
        """No number has been met yet."""
        self._file = file
        self._stand = numbers_stand
        self._units: dict[NumberingStyle, tuple[TextLine, tuple[int, int], int]] = {}
        self._items: dict[NumberingStyle, tuple[TextLine, tuple[int, int]]] = {}
        self._last: dict[NumberingStyle, tuple[TextLine, tuple[int, int]]] = {}
        self._outer: list[int] = []

    def unit(self, line: TextLine, mark: Mark, depth: int) -> None:
        """Take the number of a part or measure; ``depth`` is the level it stands at."""
        before = self._units.get(mark.style)
        anew = before is None or any(outer < depth for outer in self._outer[before[2] :])
        self._follow(line, mark, before[:2] if before else None, anew)
        self._outer.append(depth)
        self._units[mark.style] = (line, mark.worth, len(self._outer))
        self._items.clear()

    def item(self, line: TextLine, mark: Mark) -> None:
        """Take the number of an item inside a measure.

        Items in digits may be counted on from one measure to the next.
        """
        before = self._items.get(mark.style)
        last = self._last.get(mark.style)
        if before is None and last and mark.style is NumberingStyle.ARABIC:
            before = last if mark.worth == (last[1][0] + 1, 0) else None
        self._last[mark.style] = (line, mark.worth)
        self._follow(line, mark, before, True)
        self._items[mark.style] = (line, mark.worth)

    def _follow(
        self,
        line: TextLine,
        mark: Mark,
        before: tuple[TextLine, tuple[int, int]] | None,
        anew: bool,
    ) -> None:
        if self._stand or (anew and mark.worth == (1, 0)):
            return
        number, later = before[1] if before else (0, 0)
        if mark.worth in ((number + 1, 0), (number, later + 1)) and before:
            return
        if before and mark.worth == before[1]:
            raise refused("I03", self._file, line, before[0], number=mark.printed)
        others = (before[0],) if before else ()
        raise refused(
            "I02", self._file, line, *others, number=mark.printed, expected=_expected(mark, number)
        )


def _expected(mark: Mark, number: int) -> str:
    """The number that should come, printed like the one that does."""
    if mark.style is NumberingStyle.CIRCLED:
        wanted = chr(ord("\u2460") + number)
    elif mark.style in DECIMALS:
        outer, point, _ = mark.numeral.rpartition(".")
        wanted = f"{outer}{point}{number + 1}"
    else:
        wanted = str(number + 1) if mark.numeral.isdecimal() else chinese(number + 1)
    return mark.printed.replace(mark.numeral, wanted)
