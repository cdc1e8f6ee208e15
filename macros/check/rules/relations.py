"""R: a relation joins two measures that exist, once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rules import named_ids
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location


def relation_to_itself(library: Library) -> Iterator[Diagnostic]:
    """A measure is not related to itself."""
    for here, there, where in _relations(library):
        if here == there:
            yield Diagnostic("R01", where, {"measure": here})


def relation_to_unknown(library: Library) -> Iterator[Diagnostic]:
    """A relation leads to a measure that exists."""
    known = frozenset(
        measure.id for document in library.documents for measure in document.every_measure
    )
    used = ((there, where) for _, there, where in _relations(library))
    yield from named_ids.unknown("R02", used, known, {})


def relation_repeated(library: Library) -> Iterator[Diagnostic]:
    """A measure stores one relation to another, whatever its type."""
    first: dict[tuple[str, str], Location] = {}
    for here, there, where in _relations(library):
        if first.setdefault((here, there), where) != where:
            yield Diagnostic(
                "R03", where, {"measure": here, "other": there}, also=(first[here, there],)
            )


def relation_both_ways(library: Library) -> Iterator[Diagnostic]:
    """A relation is stored at one end, in its natural direction; the other end is computed."""
    first: dict[tuple[str, str], Location] = {}
    for here, there, where in _relations(library):
        first.setdefault((here, there), where)
        if here != there and (there, here) in first:
            yield Diagnostic(
                "R04", where, {"measure": here, "other": there}, also=(first[there, here],)
            )


RULES = (
    Rule("R01", relation_to_itself),
    Rule("R02", relation_to_unknown, whole=True),
    Rule("R03", relation_repeated),
    Rule("R04", relation_both_ways),
)


def _relations(library: Library) -> Iterator[tuple[str, str, Location]]:
    """Each stored relation: from, to, and the place of its ``to``."""
    for measure in library.measures:
        for index, relation in enumerate(measure.related):
            yield measure.id, relation.to, measure.place.at("related", index, "to")
