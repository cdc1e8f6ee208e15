"""The reference of findings: every code, family by family, each a line that leads to its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.text.diagnostics import Severity
from macros.views.page import Page
from macros.words import messages

Stretches = tuple[tuple[str, bool], ...]
"""A text in stretches; each says whether it is singled out, as a place to be filled is."""


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code with its page; in ``text``, places that each finding fills are singled out."""

    code: str
    address: Address
    severity: Severity
    text: Stretches


@dataclass(frozen=True, slots=True)
class Family:
    """The codes that begin with one letter, ascending, and where the reference lists them."""

    letter: str
    address: Address
    entries: tuple[CodeEntry, ...]


def view() -> tuple[Family, ...]:
    """All families, codes in ascending order."""
    entries = [_entry(code) for code in sorted(messages.all_codes())]
    return tuple(
        Family(
            letter,
            Address(addresses.DIAGNOSTICS.page, f"family-{letter}"),
            tuple(entry for entry in entries if entry.code[0] == letter),
        )
        for letter in dict.fromkeys(entry.code[0] for entry in entries)
    )


def _entry(code: str) -> CodeEntry:
    found = messages.message(code)
    return CodeEntry(code, addresses.of_diagnostic(code), found.severity, filled(found.text))


def filled(template: str) -> Stretches:
    """What a message or hint says, the names of its placeholders singled out."""
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
