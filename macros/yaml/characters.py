"""Characters that no file may hold, because a reader cannot see them or takes them for others."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.text.diagnostics import MOST_OTHERS, Diagnostic
from macros.text.location import Location
from macros.text.punctuation import ODD_BLANKS, has_words
from macros.yaml.radicals import ordinary

# What nearly all text is made of; only what falls outside is looked at one by one.
_UNUSUAL = re.compile(
    "[^\n -~\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]"
)

_LINE_SEPARATORS = "\u0085\u2028\u2029"
# Seen as nothing though Unicode counts them as letters, marks or symbols.
_BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Ideographs that a newer Unicode may fill are let pass, whatever this Python's table knows.
_IDEOGRAPHIC = re.compile("[\U00020000-\U0002fffd\U00030000-\U0003fffd]")

_BY_CATEGORY = {"Cc": "Y05", "Cf": "Y07", "Cn": "Y11", "Co": "Y10", "Cs": "Y11", "Zs": "Y08"}
_BY_CHARACTER = {
    "\ufeff": "Y02",
    "\r": "Y03",
    "\t": "Y04",
    **dict.fromkeys(_LINE_SEPARATORS, "Y06"),
    **dict.fromkeys(_BLANKS, "Y07"),
    "\ufffd": "Y12",
    "\n": "",
    " ": "",
    "\u3000": "",
}

# After these, lines and columns or the YAML structure cannot be trusted.
_STRUCTURAL = frozenset({"Y02", "Y03", "Y04", "Y05", "Y06", "Y11"})

_PLAIN_BLANKS = str.maketrans(dict.fromkeys(ODD_BLANKS, " "))
# What a text of record keeps on lines without words, and a file then writes as an escape.
_UNSEEN = frozenset({"Y07", "Y08"})

# More marks on one letter than any script has (Unicode's stream-safe limit).
_MARKS = 30

_AROUND = 8


@dataclass(frozen=True, slots=True)
class Scan:
    """What is wrong with the characters of a text.

    ``findings`` has one finding for each different character, at its first place, with a few
    others in ``also``. ``offsets`` are the code-point offsets of all of them, in order. ``broken``
    says that the text must not be read further.
    """

    findings: tuple[Diagnostic, ...] = ()
    offsets: tuple[int, ...] = ()
    broken: bool = False


@lru_cache(maxsize=4096)
def hazard(character: str) -> str:
    """The code for a character that is refused wherever it stands, or ""."""
    if character in _BY_CHARACTER:
        return _BY_CHARACTER[character]
    if _SELECTORS.match(character):
        return "Y09"
    code = _BY_CATEGORY.get(unicodedata.category(character), "")
    if code:
        return "" if code == "Y11" and _IDEOGRAPHIC.match(character) else code
    return "Y13" if ordinary(character) else ""


def is_unseen(character: str) -> bool:
    """Whether a character is invisible or an odd blank, and nothing worse."""
    return character in ODD_BLANKS or hazard(character) in _UNSEEN


def without_unseen(text: str) -> str:
    """A text of record as it is scanned: blanks for odd ones, on wordless lines for all unseen.

    Odd blanks are how the source is laid out, like line ends; other unseen characters within words
    would make them other words than a reader sees.
    """
    if not _UNUSUAL.search(text):
        return text
    return "\n".join(map(_line_without_unseen, text.translate(_PLAIN_BLANKS).split("\n")))


def _line_without_unseen(line: str) -> str:
    if has_words(line):
        return line
    return "".join(" " if is_unseen(character) else character for character in line)


def scan(text: str, file: str) -> Scan:
    """Every character of ``text`` that is refused."""
    found: dict[tuple[str, str], list[int]] = {}
    for offset, code, shown in _hazards(text):
        found.setdefault((code, shown), []).append(offset)
    if not found:
        return Scan()
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    findings = []
    broken = False
    for (code, shown), offsets in found.items():
        named = offsets[:1] if code == "Y03" else offsets[: 1 + MOST_OTHERS]
        first, *others = (_place(offset, lines, file) for offset in named)
        params = _params(code, shown, offsets, text)
        suggestion = params["instead"] or None
        findings.append(Diagnostic(code, first, params, suggestion, tuple(others)))
        broken |= code in _STRUCTURAL or (code == "Y08" and _indents(text, offsets))
    return Scan(
        tuple(findings),
        tuple(sorted(offset for offsets in found.values() for offset in offsets)),
        broken,
    )


def _indents(text: str, offsets: list[int]) -> bool:
    """Whether an odd space stands where the indentation of its line should."""
    return any(opens_its_line(text, at) for at in offsets)


def opens_its_line(text: str, offset: int) -> bool:
    """Whether nothing but blanks stands before ``offset`` on its line."""
    # Blank by blank: a line may hold as many odd spaces as a file has characters.
    while offset and text[offset - 1] == " ":
        offset -= 1
    return offset == 0 or text[offset - 1] == "\n"


def _hazards(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, code and the characters concerned."""
    seen = 0
    for match in _UNUSUAL.finditer(text):
        offset, character = match.start(), match.group()
        code = hazard(character)
        if code:
            yield offset, code, character
        elif offset >= seen and _joins(character):
            seen = _end_of_marks(text, offset)
            cluster = text[max(0, offset - 1) : seen]
            if len(cluster) > _MARKS or unicodedata.normalize("NFC", cluster) != cluster:
                yield offset, "Y14", cluster[: _MARKS + 1]


def _joins(character: str) -> bool:
    """Whether a character may melt into the one before it."""
    return unicodedata.category(character)[0] == "M" or "\u1160" < character < "\u1200"


def _end_of_marks(text: str, offset: int) -> int:
    while offset < len(text) and _joins(text[offset]) and not hazard(text[offset]):
        offset += 1
    return offset


def _params(code: str, shown: str, offsets: list[int], text: str) -> dict[str, str]:
    character = text[offsets[0]]
    instead = unicodedata.normalize("NFC", shown) if code == "Y14" else ordinary(character)
    return {
        "char": _number(character),
        "name": unicodedata.name(character, _number(character)),
        "near": _near(text, offsets[0]),
        "shown": shown if code in {"Y13", "Y14"} else _number(character),
        "instead": instead or "",
        "count": str(len(offsets)),
    }


def _place(offset: int, lines: list[int], file: str) -> Location:
    line = bisect_right(lines, offset)
    return Location(file, line, offset - lines[line - 1] + 1)


def _near(text: str, offset: int) -> str:
    """The character between its neighbours on the line, named where it cannot be shown."""
    before = text[max(0, offset - _AROUND) : offset].rpartition("\n")[2]
    after = text[offset + 1 : offset + 1 + _AROUND].partition("\n")[0]
    return f"{_visible(before)}⟨{_number(text[offset])}⟩{_visible(after)}"


def _visible(text: str) -> str:
    return "".join(f"⟨{_number(c)}⟩" if hazard(c) else c for c in text)


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"
