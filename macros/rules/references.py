"""N1x: every id that is named exists and is in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.diagnostics import Diagnostic
from macros.library import Library
from macros.model import Duty, Entry
from macros.rules import uses
from macros.rules.rule import Rule
from macros.suggest import nearest


def unknown_role(library: Library) -> Iterator[Diagnostic]:
    """A role that is named stands in ``roles.yml``."""
    yield from _unknown("N11", uses.of_roles(library), (e.id for e in library.roles))


def unknown_mechanism(library: Library) -> Iterator[Diagnostic]:
    """A mechanism that is named stands in ``mechanisms.yml``."""
    yield from _unknown("N12", uses.of_mechanisms(library), (e.id for e in library.mechanisms))


def unknown_record(library: Library) -> Iterator[Diagnostic]:
    """A record that is named stands in ``records.yml``."""
    yield from _unknown("N13", uses.of_records(library), (e.id for e in library.records))


def unknown_theme(library: Library) -> Iterator[Diagnostic]:
    """A theme that is named stands in ``themes.yml``."""
    yield from _unknown("N14", uses.of_themes(library), (e.id for e in library.themes))


def unknown_part(library: Library) -> Iterator[Diagnostic]:
    """The part of a measure is one of its own document's."""
    for document in library.documents:
        used = ((measure.part, measure.place.at("part")) for measure in document.measures)
        yield from _unknown("N15", used, (part.id for part in document.parts))


def unknown_clause(library: Library) -> Iterator[Diagnostic]:
    """A clause that an answer rests on exists."""
    known = (found.clause.id for found in library.clauses)
    yield from _unknown("N16", uses.of_clauses(library), known)


def unknown_successor(library: Library) -> Iterator[Diagnostic]:
    """What took a retired entry's place exists and is of the same kind."""
    for records in _kinds(library):
        used = (
            (record.replaced_by, record.place.at("replaced_by"))
            for record in records
            if record.replaced_by is not None
        )
        yield from _unknown("N17", used, (record.id for record in records))


def retired_in_use(library: Library) -> Iterator[Diagnostic]:
    """What is retired is no longer named by what holds; its successor, if any, is suggested."""
    retired: dict[str, Entry] = {
        entry.id: entry
        for entries in (library.roles, library.mechanisms, library.themes, library.records)
        for entry in entries
        if entry.retired is not None
    }
    named = (
        *uses.of_roles(library),
        *uses.of_mechanisms(library),
        *uses.of_records(library),
        *uses.of_themes(library),
    )
    for id_, where in named:
        if id_ in retired:
            entry = retired[id_]
            yield Diagnostic(
                "N18",
                where,
                {"id": id_, "label": entry.label, "reason": entry.retired or ""},
                suggestion=entry.replaced_by,
                also=(entry.place.at("retired"),),
            )


def replaced_but_not_retired(library: Library) -> Iterator[Diagnostic]:
    """Only what is retired names a successor."""
    for records in _kinds(library):
        for record in records:
            if record.replaced_by is not None and record.retired is None:
                yield Diagnostic(
                    "N19",
                    record.place.at("replaced_by"),
                    {"id": record.id, "successor": record.replaced_by},
                )


def goes_in_circles(library: Library) -> Iterator[Diagnostic]:
    """Following ``part_of``, ``parent`` or ``replaced_by`` from entry to entry comes to an end."""
    whole = {r.id: (r.part_of, "part_of", r) for r in library.roles}
    broader = {t.id: (t.parent, "parent", t) for t in library.themes}
    for edges in (whole, broader):
        yield from _circles(edges)
    for records in _kinds(library):
        yield from _circles({r.id: (r.replaced_by, "replaced_by", r) for r in records})


RULES = (
    Rule("N11", unknown_role, whole=True),
    Rule("N12", unknown_mechanism, whole=True),
    Rule("N13", unknown_record, whole=True),
    Rule("N14", unknown_theme, whole=True),
    Rule("N15", unknown_part),
    Rule("N16", unknown_clause, whole=True),
    Rule("N17", unknown_successor, whole=True),
    Rule("N18", retired_in_use),
    Rule("N19", replaced_but_not_retired),
    Rule("N20", goes_in_circles),
)

_Successive = Entry | Duty
_Edge = tuple[str | None, str, _Successive]


def _kinds(library: Library) -> Iterator[tuple[_Successive, ...]]:
    """The records that can be replaced, kind by kind."""
    yield library.roles
    yield library.mechanisms
    yield library.terms
    yield library.themes
    yield library.records
    yield tuple(duty for measure in library.measures for duty in measure.duties)


def _unknown(code: str, used: Iterable[uses.Use], existing: Iterable[str]) -> Iterator[Diagnostic]:
    known = frozenset(existing)
    for id_, where in used:
        if id_ not in known:
            yield Diagnostic(code, where, {"id": id_}, suggestion=nearest(id_, known))


def _circles(edges: Mapping[str, _Edge]) -> Iterator[Diagnostic]:
    """One finding a circle, at the record that stands first in the registry."""
    done: set[str | None] = set()
    for start in edges:
        path: list[str] = []
        here: str | None = start
        while here is not None and here in edges and here not in done and here not in path:
            path.append(here)
            here = edges[here][0]
        if here is not None and here in path:
            circle = path[path.index(here) :]
            first = next(id_ for id_ in edges if id_ in circle)
            turn = circle.index(first)
            walk = (*circle[turn:], *circle[:turn], first)
            _, field, record = edges[first]
            yield Diagnostic(
                "N20", record.place.at(field), {"circle": " → ".join(walk), "field": field}
            )
        done.update(path)
