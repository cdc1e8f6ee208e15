"""Pages of mechanisms, terms and themes."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.knowledge import Library
from macros.model import (
    Definition,
    DefinitionOrigin,
    Mechanism,
    MechanismKind,
    Status,
    Term,
    Theme,
)
from macros.views import mechanism, mechanisms, term, terms, theme, themes
from macros.views.parts.entry import meaning
from tests.libraries import real


@pytest.mark.parametrize("entry", (*real().terms, *real().mechanisms), ids=lambda entry: entry.id)
def test_passages_are_the_clauses_with_the_name_marked(entry: Term | Mechanism) -> None:
    """Each naming clause is shown once and whole; what is marked are names of the entry."""
    library = real()
    view = term.view(library, entry) if isinstance(entry, Term) else mechanism.view(library, entry)
    shown = [passage.context.clause.id for passage in view.passages]
    assert shown == list(dict.fromkeys(m.context.clause.id for m in library.mentions(entry.id)))
    for passage in view.passages:
        assert "".join(s.text for s in passage.segments) == passage.context.clause.text
    for title in view.titles:
        assert "".join(s.text for s in title.segments) == title.measure.title
    marked = {
        s.text for found in (*view.passages, *view.titles) for s in found.segments if s.marked
    }
    assert marked <= set(entry.names)


def test_neighbours_are_mutual() -> None:
    """If one entry stands in the clauses of another, so does the other in its."""
    library = real()
    near = {
        (entry.id, other.entry.id): other.clauses
        for entry in library.terms
        for other in term.view(library, entry).neighbours
    }
    for (one, other), clauses in near.items():
        if library.term(other):
            assert near[other, one] == clauses
        assert one != other


def test_a_mechanism_shows_each_duty_it_carries_once() -> None:
    """The duties of a mechanism's page are those that use it; its runners lead them all."""
    library = real()
    for entry in library.mechanisms:
        view = mechanism.view(library, entry)
        carried = Counter(item.shown.duty.id for item in view.carried)
        assert carried == Counter(d.duty.id for d in library.duties_of_mechanism(entry.id))
        led = sum(found.lead is not None for found in library.duties_of_mechanism(entry.id))
        assert sum(runner.duties for runner in view.runners) == led


def test_the_glossary_holds_every_term_once_in_the_order_of_the_text() -> None:
    """Each term stands under the part that uses it first, in the order of first use."""
    library = real()
    view = terms.view(library)
    rows = [row for group in view.groups for row in group.rows]
    assert Counter(r.term.id for r in (*rows, *view.unused)) == Counter(t.id for t in library.terms)
    numbers = [row.first.number for row in rows if row.first]
    assert numbers == sorted(numbers)
    for group in view.groups:
        assert {row.first.part for row in group.rows if row.first} == {group.part.id}


def test_the_index_of_mechanisms_holds_every_one_once() -> None:
    """Grouped by kind, each mechanism is there once, with the duties it carries."""
    library = real()
    rows = [row for _, rows in mechanisms.view(library).kinds for row in rows]
    assert Counter(r.mechanism.id for r in rows) == Counter(m.id for m in library.mechanisms)
    for row in rows:
        assert row.duties == len(library.duties_of_mechanism(row.mechanism.id))


def test_a_definition_from_the_text_names_its_clause() -> None:
    """A quoted definition leads to the clause it is taken from; a common one leads nowhere."""
    library = real()
    quoted = [t for t in library.glossary if t.definition]
    assert quoted
    for entry in quoted:
        found = meaning(library, entry)
        assert entry.definition
        if entry.definition.origin is DefinitionOrigin.TEXT:
            assert found.clause
            assert found.clause.clause.id == entry.definition.source
            assert found.address
        else:
            assert found.clause is None


def test_a_theme_gathers_its_narrower_themes() -> None:
    """A broad theme shows the measures of all themes below it, each once, and says which."""
    library = real()
    for entry in library.themes:
        below = {t.id for t in library.themes if t.parent == entry.id} | {entry.id}
        expected = [m.id for m in library.measures if below & set(m.themes)]
        view = theme.view(library, entry)
        assert [m.measure.id for part in view.parts for m in part.measures] == expected
        assert view.measures == len(expected)


def test_the_tree_of_themes_holds_every_theme_once() -> None:
    """Each theme stands in the index once, under the broader one."""

    def flat(rows: tuple[themes.ThemeRow, ...]) -> list[str]:
        return [id_ for row in rows for id_ in (row.theme.id, *flat(row.narrower))]

    library = real()
    assert Counter(flat(themes.view(library).roots)) == Counter(t.id for t in library.themes)


def test_retired_entries_keep_their_pages_and_leave_the_indexes() -> None:
    """The page stays, says why and links the successor; the index lists it as retired only."""
    why = {"retired": "不再使用。", "replaced_by": ("kept",)}
    gone_term = Term(id="gone", label="旧术语", **why)
    gone_mechanism = Mechanism(id="gone-too", label="旧机制", kind=MechanismKind.TOOL, **why)
    gone_theme = Theme(id="gone-three", label="旧主题", note="试验用。", **why)
    library = Library(
        terms=(gone_term, Term(id="kept", label="新术语")),
        mechanisms=(gone_mechanism,),
        themes=(gone_theme,),
    )
    views = (
        term.view(library, gone_term),
        mechanism.view(library, gone_mechanism),
        theme.view(library, gone_theme),
    )
    for view in views:
        assert view.retirement
        (successor,) = view.retirement.successors
        assert successor.address.page == "terms/kept.html"
    assert len([*term.pages(library), *mechanism.pages(library), *theme.pages(library)]) == 4
    index = terms.view(library)
    assert index.total == 1
    assert [link.label for link in index.retired] == ["旧术语"]
    assert [link.label for link in mechanisms.view(library).retired] == ["旧机制"]
    assert [link.label for link in themes.view(library).retired] == ["旧主题"]


def test_a_term_outside_the_text_is_shown_apart() -> None:
    """A term that no clause uses stands under no part."""
    defined = Definition(text="意思", origin=DefinitionOrigin.COMMON, source="公开文件")
    library = Library(
        terms=(Term(id="lonely", label="无处", definition=defined, status=Status.TO_REVIEW),)
    )
    view = terms.view(library)
    assert view.groups == ()
    assert [row.term.id for row in view.unused] == ["lonely"]
