"""N3x: the names by which the text is searched are each one entry's, and do some work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.check.rules.order import is_whole
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import Named
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location


def name_twice(library: Library) -> Iterator[Diagnostic]:
    """A name belongs to one entry: one term or mechanism, and one role.

    (A role and a mechanism may share a name, since they are looked for separately.)
    """
    for entries in (library.glossary, library.roles):
        first: dict[str, tuple[Named, Location]] = {}
        for entry, name, where in _names(entries):
            if name in first:
                other, there = first[name]
                yield Diagnostic("N31", where, {"name": name, "first": other.id}, also=(there,))
            else:
                first[name] = entry, where


def exclusion_without_name(library: Library) -> Iterator[Diagnostic]:
    """A ``not_in`` word contains one of the entry's names and more; any other excludes nothing."""
    for entry in _named(library):
        for index, word in enumerate(entry.not_in):
            if not any(name in word and name != word for name in entry.names):
                yield Diagnostic(
                    "N32",
                    entry.place.at("not_in", index),
                    {"word": word, "label": entry.label, "id": entry.id},
                )


def alias_never_met(library: Library) -> Iterator[Diagnostic]:
    """An alias occurs somewhere in the text of a clause or in a title.

    Silent while a text is not as its source has it (T01) or lacks a measure (T11): it may be there.
    """
    texts = [
        text
        for document in library.documents
        for text in (
            *(part.title for part in document.parts),
            *(measure.title for measure in document.measures),
            *(clause.text for measure in document.measures for clause in measure.clauses),
        )
    ]
    text = "\n".join(texts)
    for entry in _named(library) if is_whole(library) else ():
        for index, alias in enumerate(entry.aliases):
            if alias not in text:
                yield Diagnostic(
                    "N33",
                    entry.place.at("aliases", index),
                    {"alias": alias, "label": entry.label, "id": entry.id},
                )


RULES = (
    Rule("N31", name_twice),
    Rule("N32", exclusion_without_name),
    Rule("N33", alias_never_met, whole=True),
)


def _named(library: Library) -> Iterator[Named]:
    """Every entry in use that is looked for in the text."""
    for entry in (*library.glossary, *library.roles):
        if entry.retired is None:
            yield entry


def _names(entries: Iterable[Named]) -> Iterator[tuple[Named, str, Location]]:
    """Each name of each entry in use, with its place."""
    for entry in entries:
        if entry.retired is None:
            yield entry, entry.label, entry.place.at("label")
            for index, alias in enumerate(entry.aliases):
                yield entry, alias, entry.place.at("aliases", index)
