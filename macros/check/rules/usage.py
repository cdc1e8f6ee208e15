"""N2x: every entry of a registry is used, so that no page stands empty.

Silent while a text is not as its source has it (T01) or lacks a measure (T11), which may use it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from macros.check.rules import named_ids
from macros.check.rules.order import is_whole
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import Entry
from macros.model.kinds import Kind
from macros.text.diagnostics import Diagnostic


def role_unused(library: Library) -> Iterator[Diagnostic]:
    """A role takes part in a duty, keeps a record, or is the whole of a role that does."""
    yield from _unused(
        "N21",
        library,
        library.roles,
        {id_ for id_, _ in named_ids.of_kind(library, Kind.ROLE)}.__contains__,
    )


def mechanism_unused(library: Library) -> Iterator[Diagnostic]:
    """A mechanism carries a duty, or is named in the text."""
    used = {id_ for id_, _ in named_ids.of_kind(library, Kind.MECHANISM)}
    yield from _unused(
        "N22", library, library.mechanisms, lambda id_: id_ in used or _is_named(library, id_)
    )


def term_unused(library: Library) -> Iterator[Diagnostic]:
    """A term occurs in a clause or in a measure's title.

    It does not where each of its occurrences lies inside a longer name or a ``not_in`` word.
    """
    yield from _unused("N23", library, library.terms, lambda id_: _is_named(library, id_))


def theme_unused(library: Library) -> Iterator[Diagnostic]:
    """A theme belongs to a measure, or is broader than one that does."""
    yield from _unused(
        "N24",
        library,
        library.themes,
        {id_ for id_, _ in named_ids.of_kind(library, Kind.THEME)}.__contains__,
    )


def record_unused(library: Library) -> Iterator[Diagnostic]:
    """A kind of record is left by a duty."""
    used = {id_ for id_, _ in named_ids.of_kind(library, Kind.RECORD)}
    yield from _unused("N25", library, library.records, used.__contains__)


RULES = (
    Rule("N21", role_unused, whole=True),
    Rule("N22", mechanism_unused, whole=True),
    Rule("N23", term_unused, whole=True),
    Rule("N24", theme_unused, whole=True),
    Rule("N25", record_unused, whole=True),
)


def _is_named(library: Library, id_: str) -> bool:
    return bool(library.mentions(id_) or library.titles_naming(id_))


def _unused(
    code: str, library: Library, entries: Iterable[Entry], used: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    for entry in entries if is_whole(library) else ():
        if entry.retired is None and not used(entry.id):
            yield Diagnostic(code, entry.place.at("id"), {"id": entry.id, "label": entry.label})
