"""What rests on what: the graph of a small library, and what moves when something changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from macros.data import load
from macros.knowledge import Library
from macros.knowledge.reviews import Dependants, Reason, moved
from macros.model import Clause, Document, Duty, Measure, Record, RoleKind
from tests.libraries import real
from tests.projects import BASE, CASES

GOLDEN = CASES / "dependants.txt"


@cache
def base() -> Library:
    """The library under all cases."""
    return load(BASE).library


def with_field(library: Library, id_: str, field: str, value: object) -> Library:
    """``library`` with one field of the record ``id_`` set to ``value``."""

    def put(record: Record) -> Record:
        new = {field: value} if getattr(record, "id", None) == id_ else {}
        for name, inner in record:
            if isinstance(inner, tuple) and any(isinstance(one, Record) for one in inner):
                new.setdefault(name, tuple(put(one) for one in inner))
        return record.model_copy(update=new)

    lists = ("documents", "roles", "mechanisms", "terms", "themes", "records", "guides")
    changed = {name: tuple(map(put, getattr(library, name))) for name in lists}
    return replace(library, **changed)


def _lines(graph: Dependants) -> Iterator[str]:
    for id_, entry in graph.entries.items():
        grounds = ", ".join(f"{ground.reason} {ground.id}" for ground in graph.grounds(id_))
        yield f"{entry.shelf} {entry.kind} {id_}: {grounds or '-'}"


def test_the_graph_of_a_small_library() -> None:
    """Every entry and everything it rests on, as written down in dependants.txt."""
    assert list(_lines(Dependants(base()))) == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("library", [base(), real()], ids=["small", "ours"])
def test_both_ways_are_one_graph(library: Library) -> None:
    """An entry rests on something exactly if it is among what rests on that."""
    graph = Dependants(library)
    down = {(id_, g.reason, g.id) for id_ in graph.entries for g in graph.grounds(id_)}
    grounds = {ground for _, _, ground in down}
    up = {(id_, reason, ground) for ground in grounds for id_, reason in graph.of(ground)}
    assert up == down


@pytest.mark.parametrize(
    ("id_", "field", "value", "itself", "resting"),
    [
        ("a01c2", "text", "班主任协助图书室选好书，登记借阅情况。", (), (Reason.TEXT,)),
        ("a01", "title", "年年添书", (), (Reason.TEXT,)),
        ("a01d2", "quote", "协助图书室选书", ("a01d2",), (Reason.DUTY,)),
        ("a01d2", "no_lead", "原文没有写明。", ("a01d2",), ()),
        ("library-office", "label", "图书馆", ("library-office",), (Reason.ROLE,)),
        ("library-office", "aliases", ("馆里",), ("library-office",), ()),
        ("school", "kind", RoleKind.GROUP, ("school",), (Reason.WHOLE, Reason.ROLE)),
        ("morning-reading", "label", "晨读", ("morning-reading",), tuple(Reason)),
        ("book-list", "note", "写明书名。", ("book-list",), (Reason.RECORD,)),
        ("buying", "note", "别的说明。", (), ()),
    ],
)
def test_a_change_moves_what_rests_on_it_and_nothing_else(
    id_: str, field: str, value: object, itself: tuple[str, ...], resting: tuple[Reason, ...]
) -> None:
    """What must be looked at again: the entry itself, and those that rest on that very field."""
    old = Dependants(base())
    new = Dependants(with_field(base(), id_, field, value))
    again = moved(old, new)
    assert {found.entry.id for found in again if found.itself} == set(itself)
    expected = {(entry, reason, id_) for entry, reason in old.of(id_) if reason in resting}
    assert {(m.entry.id, reason, on) for m in again for reason, on in m.grounds} == expected


def test_nothing_moves_when_nothing_changes() -> None:
    """Read twice, the same data moves nothing."""
    assert moved(Dependants(base()), Dependants(load(BASE).library)) == ()


def test_what_is_new_or_gone_is_not_to_be_looked_at_again() -> None:
    """An entry of one library only is not among what moved; what rested on it is."""
    (document,) = base().documents
    first, *others = document.measures
    clause, *rest = first.clauses
    fewer = clause.model_copy(update={"duties": ()})
    without = _with(document, first.model_copy(update={"clauses": (fewer, *rest)}), *others)
    again = moved(Dependants(base()), Dependants(without))
    assert [(found.entry.id, found.grounds) for found in again] == [
        (clause.id, ((Reason.DUTY, clause.duties[0].id),))
    ]


def _with(document: Document, *measures: Measure) -> Library:
    return replace(base(), documents=(document.with_measures(measures, document.text),))


def test_retired_and_undefined_entries_are_nothing_to_review() -> None:
    """A retired duty and a term without a definition are not in the graph."""
    graph = Dependants(with_field(base(), "a01d2", "retired", "不再做。"))
    assert "a01d2" not in graph.entries
    assert "book" not in graph.entries
    kinds = {type(entry.record) for entry in graph.entries.values()}
    assert {Clause, Duty} <= kinds
