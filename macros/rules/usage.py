"""N2x: every entry of a registry is used, so that no page stands empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from macros.diagnostics import Diagnostic
from macros.library import Library
from macros.model import Entry
from macros.rules import uses
from macros.rules.rule import Rule


def role_unused(library: Library) -> Iterator[Diagnostic]:
    """A role takes part in a duty, keeps a record, or is the whole of a role that does."""
    yield from _unused(
        "N21", library.roles, {id_ for id_, _ in uses.of_roles(library)}.__contains__
    )


def mechanism_unused(library: Library) -> Iterator[Diagnostic]:
    """A mechanism carries a duty, or is named in the text."""
    used = {id_ for id_, _ in uses.of_mechanisms(library)}
    yield from _unused(
        "N22", library.mechanisms, lambda id_: id_ in used or _is_named(library, id_)
    )


def term_unused(library: Library) -> Iterator[Diagnostic]:
    """A term occurs in a clause or in a measure's title.

    It does not where each of its occurrences lies inside a longer name or a ``not_in`` word.
    """
    yield from _unused("N23", library.terms, lambda id_: _is_named(library, id_))


def theme_unused(library: Library) -> Iterator[Diagnostic]:
    """A theme belongs to a measure, or is broader than one that does."""
    yield from _unused(
        "N24", library.themes, {id_ for id_, _ in uses.of_themes(library)}.__contains__
    )


def record_unused(library: Library) -> Iterator[Diagnostic]:
    """A kind of record is left by a duty."""
    used = {id_ for id_, _ in uses.of_records(library)}
    yield from _unused("N25", library.records, used.__contains__)


RULES = (
    Rule("N21", role_unused, whole=True),
    Rule("N22", mechanism_unused, whole=True),
    Rule("N23", term_unused, whole=True),
    Rule("N24", theme_unused, whole=True),
    Rule("N25", record_unused, whole=True),
)


def _is_named(library: Library, id_: str) -> bool:
    """Whether the text names an entry; a clause that is not as in the source may name any."""
    return bool(library.doubted or library.mentions(id_) or library.titles_naming(id_))


def _unused(
    code: str, entries: Iterable[Entry], used: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    for entry in entries:
        if entry.retired is None and not used(entry.id):
            yield Diagnostic(code, entry.place.at("id"), {"id": entry.id, "label": entry.label})
