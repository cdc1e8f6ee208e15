"""Every place where one record names another, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator

from macros.library import Library
from macros.location import Location
from macros.model import DefinitionOrigin, Mechanism, Term

Use = tuple[str, Location]
"""The id that is named, and where."""


def of_roles(library: Library) -> Iterator[Use]:
    """Roles: in duties, in questions, as the whole of another role, as the keeper of a record."""
    for role in library.roles:
        if role.part_of is not None:
            yield role.part_of, role.place.at("part_of")
    for record in library.records:
        yield record.keeper, record.place.at("keeper")
    for found in library.duties:
        for index, who in enumerate(found.duty.who):
            yield who.role, found.duty.place.at("who", index, "role")
    for _, question in library.questions:
        for index, role_id in enumerate(question.roles):
            yield role_id, question.place.at("roles", index)


def of_mechanisms(library: Library) -> Iterator[Use]:
    """Mechanisms: in duties."""
    for found in library.duties:
        for index, use in enumerate(found.duty.mechanisms):
            yield use.mechanism, found.duty.place.at("mechanisms", index, "mechanism")


def of_records(library: Library) -> Iterator[Use]:
    """Kinds of evidence: in duties."""
    for found in library.duties:
        for index, use in enumerate(found.duty.records):
            yield use.record, found.duty.place.at("records", index, "record")


def of_themes(library: Library) -> Iterator[Use]:
    """Themes: in measures, and as the broader theme of another."""
    for theme in library.themes:
        if theme.parent is not None:
            yield theme.parent, theme.place.at("parent")
    for measure in library.measures:
        for index, theme_id in enumerate(measure.themes):
            yield theme_id, measure.place.at("themes", index)


def of_clauses(library: Library) -> Iterator[Use]:
    """Clauses: in the answers to questions."""
    for _, question in library.questions:
        for index, clause_id in enumerate(question.quotes):
            yield clause_id, question.place.at("quotes", index)


def sources(library: Library) -> Iterator[tuple[Term | Mechanism, Use]]:
    """Clauses as the source of a definition, with the entry that is defined."""
    entries: tuple[Term | Mechanism, ...] = (*library.terms, *library.mechanisms)
    for entry in entries:
        definition = entry.definition
        if definition is not None and definition.origin is DefinitionOrigin.TEXT:
            yield entry, (definition.source, entry.place.at("definition", "source"))
