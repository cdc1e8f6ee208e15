"""G: definitions are never invented; each is quoted, has a public source, or is pending."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rules import named_ids
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import DefinitionOrigin, Status
from macros.text.diagnostics import Diagnostic
from macros.text.suggest import nearest_passage

_TITLE_OPENS = "\N{LEFT DOUBLE ANGLE BRACKET}"
_TITLE_CLOSES = "\N{RIGHT DOUBLE ANGLE BRACKET}"


def source_is_no_clause(library: Library) -> Iterator[Diagnostic]:
    """A definition with ``origin: text`` names the clause that it quotes."""
    known = frozenset(found.clause.id for found in library.every_clause)
    yield from named_ids.unknown("G01", (use for _, use in named_ids.sources(library)), known, {})


def definition_not_in_source(library: Library) -> Iterator[Diagnostic]:
    """A definition with ``origin: text`` is a run of words of its source clause."""
    for entry, (source, _) in named_ids.sources(library):
        found = library.clause(source)
        if found is None or found.clause.id in library.doubted or entry.definition is None:
            continue
        if entry.definition.text not in found.clause.text:
            yield Diagnostic(
                "G02",
                entry.place.at("definition", "text"),
                {"text": entry.definition.text, "clause": source},
                suggestion=nearest_passage(entry.definition.text, found.clause.text),
            )


def source_is_no_publication(library: Library) -> Iterator[Diagnostic]:
    """A definition with ``origin: common`` names its public document, in title marks."""
    for entry in library.glossary:
        definition = entry.definition
        if definition is None or definition.origin is not DefinitionOrigin.COMMON:
            continue
        _, opened, rest = definition.source.partition(_TITLE_OPENS)
        title, closed, _ = rest.partition(_TITLE_CLOSES)
        if not (opened and closed and title.strip()):
            yield Diagnostic(
                "G03", entry.place.at("definition", "source"), {"source": definition.source}
            )


def defined_but_pending(library: Library) -> Iterator[Diagnostic]:
    """An entry with a definition is to be reviewed, or reviewed; it is no longer pending."""
    for entry in library.glossary:
        if entry.definition is not None and entry.status is Status.PENDING:
            yield Diagnostic(
                "G04", entry.place.at("definition"), {"label": entry.label, "id": entry.id}
            )


def undefined_but_not_pending(library: Library) -> Iterator[Diagnostic]:
    """An entry without a definition is pending: there is nothing to review."""
    for entry in library.glossary:
        if entry.definition is None and entry.status is not Status.PENDING:
            yield Diagnostic(
                "G05",
                entry.place.at("status"),
                {"label": entry.label, "id": entry.id, "status": entry.status.value},
            )


RULES = (
    Rule("G01", source_is_no_clause, whole=True),
    Rule("G02", definition_not_in_source, whole=True),
    Rule("G03", source_is_no_publication),
    Rule("G04", defined_but_pending),
    Rule("G05", undefined_but_not_pending),
)
