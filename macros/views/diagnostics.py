"""The reference of findings: every code with its words, its gravity, a bad and a good example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from macros import addresses, messages
from macros.diagnostics import Severity
from macros.library import Library
from macros.views.page import Page

# A stretch of a message as it stands, or a place that each finding fills in its own way.
Words = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One code; each stretch of ``text`` and ``hint`` says whether it is a place to be filled."""

    code: str
    severity: Severity
    text: Words
    hint: Words
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Family:
    """The findings whose codes begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


def view() -> tuple[Family, ...]:
    """All families, codes in ascending order."""
    entries = [_entry(code) for code in sorted(messages.all_codes())]
    return tuple(
        Family(letter, tuple(entry for entry in entries if entry.code[0] == letter))
        for letter in dict.fromkeys(entry.code[0] for entry in entries)
    )


def _entry(code: str) -> Entry:
    found = messages.message(code)
    return Entry(
        code, found.severity, _words(found.text), _words(found.hint), found.bad, found.good
    )


def _words(template: str) -> Words:
    found: list[tuple[str, bool]] = []
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            found.append((literal, False))
        if name is not None:
            found.append((name, True))
    return tuple(found)


def pages(_: Library) -> Iterator[Page]:
    """The one page; it is the same for every library."""
    yield Page(addresses.DIAGNOSTICS, "diagnostics.html", view, trail=(addresses.HANDBOOK,))
