"""Every place where one record names another, kind by kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from macros.knowledge import Library
from macros.model import DefinitionOrigin, Guide, Mechanism, Question, Term
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.suggest import nearest

Use = tuple[str, Location]
"""The id that is named, and where."""


def of_roles(library: Library) -> Iterator[Use]:
    """Roles: in duties, questions and guides, as another role's whole, as a record's keeper."""
    for role in library.roles:
        if role.part_of is not None:
            yield role.part_of, role.place.at("part_of")
    for record in library.records:
        yield record.keeper, record.place.at("keeper")
    for found in library.duties:
        for index, who in enumerate(found.duty.who):
            yield who.role, found.duty.place.at("who", index, "role")
    for question in _questions(library):
        for index, role_id in enumerate(question.roles):
            yield role_id, question.place.at("roles", index)
    for guide in guides(library):
        for index, role_id in enumerate(guide.audience):
            yield role_id, guide.place.at("audience", index)
    yield from selected(library, "roles")


def of_mechanisms(library: Library) -> Iterator[Use]:
    """Mechanisms: in duties and guides."""
    for found in library.duties:
        for index, use in enumerate(found.duty.mechanisms):
            yield use.mechanism, found.duty.place.at("mechanisms", index, "mechanism")
    yield from selected(library, "mechanisms")


def of_records(library: Library) -> Iterator[Use]:
    """Kinds of evidence: in duties and guides."""
    for found in library.duties:
        for index, use in enumerate(found.duty.records):
            yield use.record, found.duty.place.at("records", index, "record")
    yield from selected(library, "records")


def of_themes(library: Library) -> Iterator[Use]:
    """Themes: in measures and guides, and as the broader theme of another."""
    for theme in library.themes:
        if theme.parent is not None:
            yield theme.parent, theme.place.at("parent")
    for measure in library.measures:
        for index, theme_id in enumerate(measure.themes):
            yield theme_id, measure.place.at("themes", index)
    yield from selected(library, "themes")


def of_clauses(library: Library) -> Iterator[Use]:
    """Clauses: in the answers to questions."""
    for question in _questions(library):
        for index, clause_id in enumerate(question.quotes):
            yield clause_id, question.place.at("quotes", index)


def of_measures(library: Library) -> Iterator[Use]:
    """Measures: in relations and guides."""
    for measure in library.measures:
        for index, relation in enumerate(measure.related):
            yield relation.to, measure.place.at("related", index, "to")
    yield from selected(library, "measures")


def of_parts(library: Library) -> Iterator[Use]:
    """Parts: of measures, and in guides."""
    for measure in library.measures:
        yield measure.part, measure.place.at("part")
    yield from selected(library, "parts")


def everywhere(library: Library) -> Iterator[Use]:
    """Whatever is named by what holds."""
    for of in (of_roles, of_mechanisms, of_records, of_themes, of_clauses, of_measures, of_parts):
        yield from of(library)
    yield from (use for entry, use in sources(library) if entry.retired is None)


def selected(library: Library, field: str) -> Iterator[Use]:
    """What guides select by one field."""
    for guide in guides(library):
        for index, id_ in enumerate(getattr(guide.select, field)):
            yield id_, guide.place.at("select", field, index)


def guides(library: Library) -> Iterator[Guide]:
    """The guides in use."""
    return (guide for guide in library.guides if guide.retired is None)


def _questions(library: Library) -> Iterator[Question]:
    """The questions of measures, then those of guides."""
    yield from (question for _, question in library.questions)
    yield from (question for guide in guides(library) for question in guide.questions)


def sources(library: Library) -> Iterator[tuple[Term | Mechanism, Use]]:
    """Clauses as the source of a definition, with the entry that is defined."""
    for entry in library.glossary:
        definition = entry.definition
        if definition is not None and definition.origin is DefinitionOrigin.TEXT:
            yield entry, (definition.source, entry.place.at("definition", "source"))


# More different ids than this, none like one that there is, were not mistyped: they are gone.
_MOST_IDS = 5
# So many of them are named.
_MOST_NAMED = 12


def unknown(
    code: str,
    used: Iterable[Use],
    known: Collection[str],
    params: Mapping[str, str],
    *,
    typed: bool = True,
) -> Iterator[Diagnostic]:
    """Findings at the first place where an id is used that is not ``known``, with all others.

    ``params`` are added ``id``, the id or several, and ``count``, how often it is used. What is
    not ``typed`` by a person was not mistyped either, so that no other id is suggested.
    """
    places: dict[str, list[Location]] = {}
    for id_, where in used:
        if id_ not in known:
            places.setdefault(id_, []).append(where)
    likely = {id_: nearest(id_, known) if typed else None for id_ in places}
    if sum(one is None for one in likely.values()) > _MOST_IDS:
        named = [*places][:_MOST_NAMED] + ["\N{HORIZONTAL ELLIPSIS}"] * (len(places) > _MOST_NAMED)
        places = {", ".join(named): [where for found in places.values() for where in found]}
    for id_, found in places.items():
        first, *others = sorted(found)
        yield Diagnostic(
            code,
            first,
            {**params, "id": id_, "count": str(len(found))},
            suggestion=likely.get(id_),
            also=tuple(others),
        )
