"""N1x: every id that is named exists and is in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.check.rules import named_ids
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import Retirable
from macros.model.entries import NOBODY
from macros.model.kinds import Kind, name_of
from macros.text.diagnostics import Diagnostic


def unknown_role(library: Library) -> Iterator[Diagnostic]:
    """A role that is named stands in ``roles.yml``."""
    yield from _unknown("N11", named_ids.of_kind(library, Kind.ROLE), library.ids(Kind.ROLE))


def unknown_mechanism(library: Library) -> Iterator[Diagnostic]:
    """A mechanism that is named stands in ``mechanisms.yml``."""
    yield from _unknown(
        "N12", named_ids.of_kind(library, Kind.MECHANISM), library.ids(Kind.MECHANISM)
    )


def unknown_record(library: Library) -> Iterator[Diagnostic]:
    """A record that is named stands in ``records.yml``."""
    yield from _unknown("N13", named_ids.of_kind(library, Kind.RECORD), library.ids(Kind.RECORD))


def unknown_theme(library: Library) -> Iterator[Diagnostic]:
    """A theme that is named stands in ``themes.yml``."""
    yield from _unknown("N14", named_ids.of_kind(library, Kind.THEME), library.ids(Kind.THEME))


def unknown_part(library: Library) -> Iterator[Diagnostic]:
    """The part of a measure is one of its own document's."""
    for document in library.documents:
        used = ((measure.part, measure.place.at("part")) for measure in document.measures)
        yield from _unknown("N15", used, (part.id for part in document.every_part))


def unknown_clause(library: Library) -> Iterator[Diagnostic]:
    """A clause that an answer rests on exists."""
    yield from _unknown("N16", named_ids.of_kind(library, Kind.CLAUSE), library.ids(Kind.CLAUSE))


def unknown_successor(library: Library) -> Iterator[Diagnostic]:
    """What took a retired entry's place exists and is of the same kind."""
    for records in _kinds(library):
        used = (
            (successor, record.place.at("replaced_by", index))
            for record in records
            for index, successor in enumerate(record.replaced_by)
        )
        yield from _unknown("N17", used, (record.id for record in records))


def retired_in_use(library: Library) -> Iterator[Diagnostic]:
    """What is retired is no longer named by what holds; its successor, if any, is suggested."""
    gone = {found.id: found.retired_with for found in library.entries if found.retired_with}
    for id_, where in named_ids.everywhere(library):
        if id_ in gone:
            record = gone[id_]
            name = name_of(record)
            label = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}\N{HORIZONTAL ELLIPSIS}"
            yield Diagnostic(
                "N18",
                where,
                {"id": id_, "label": label, "reason": record.retired or ""},
                suggestion=next(iter(record.replaced_by), None),
                also=(record.place.at("retired"),),
            )


def replaced_but_not_retired(library: Library) -> Iterator[Diagnostic]:
    """Only what is retired names a successor."""
    for records in _kinds(library):
        for record in records:
            if record.replaced_by and record.retired is None:
                yield Diagnostic(
                    "N19",
                    record.place.at("replaced_by"),
                    {"id": record.id, "successor": record.replaced_by[0]},
                )


def goes_in_circles(library: Library) -> Iterator[Diagnostic]:
    """Following ``part_of``, ``parent`` or ``replaced_by`` from entry to entry comes to an end."""
    whole = {r.id: (r.part_of, "part_of", r) for r in library.roles}
    broader = {t.id: (t.parent, "parent", t) for t in library.themes}
    for edges in (whole, broader):
        above = {id_: ((up,) if up else (), field, r) for id_, (up, field, r) in edges.items()}
        yield from _circles(above)
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

# The ids that come next, the field that names them, and the record that says so.
_Edge = tuple[tuple[str, ...], str, Retirable]

# How much of a long text is shown as an entry's name.
_SHOWN = 20


def _kinds(library: Library) -> Iterator[tuple[Retirable, ...]]:
    """The records that can be replaced, kind by kind."""
    for kind in Kind:
        if kind.retirable:
            records = (found.record for found in library.entries if found.kind is kind)
            yield tuple(record for record in records if isinstance(record, Retirable))


def _unknown(
    code: str, used: Iterable[named_ids.Use], existing: Iterable[str]
) -> Iterator[Diagnostic]:
    # A blank is one (E02), and not an id that somebody mistyped.
    yield from named_ids.unknown(code, used, frozenset((*existing, NOBODY)), {})


def _circles(edges: Mapping[str, _Edge]) -> Iterator[Diagnostic]:
    """One finding a circle, at the record that stands first in the registry."""
    done: set[str] = set()
    for start in edges:
        # The way from the start, each step with what is still to be followed from there.
        way: dict[str, Iterator[str]] = {}
        here: str | None = start
        while here is not None:
            if here in way:
                steps = tuple(way)
                yield _circle(edges, steps[steps.index(here) :])
            elif here in edges and here not in done:
                way[here] = iter(edges[here][0])
            here = None
            while way and here is None:
                last = next(reversed(way))
                here = next(way[last], None)
                if here is None:
                    done.add(last)
                    del way[last]


def _circle(edges: Mapping[str, _Edge], circle: tuple[str, ...]) -> Diagnostic:
    first = next(id_ for id_ in edges if id_ in circle)
    turn = circle.index(first)
    walked = (*circle[turn:], *circle[:turn], first)
    _, field, record = edges[first]
    return Diagnostic("N20", record.place.at(field), {"circle": " → ".join(walked), "field": field})
