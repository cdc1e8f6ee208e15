"""A role's page and its duty card."""

from __future__ import annotations

from collections import Counter

from macros.knowledge import Library
from macros.knowledge.guides.catalogue import Origin
from macros.knowledge.matrix import matrix
from macros.model import Basis, Period, Rhythm
from macros.views import role, roles
from macros.views.parts.card import LINES, among
from macros.views.role import RoleView
from tests.libraries import OLD, SUCCESSION, law, real


def _views(library: Library) -> list[RoleView]:
    whole = matrix(library)
    return [role.view(library, each, whole) for each in library.roles]


@law
def test_every_assignment_is_on_its_roles_page_once(library: Library) -> None:
    """A role's page lists each of its parts in duties that hold, once, under its degree."""
    for view in _views(library):
        listed = [
            (stake.shown.duty.id, group.degree, stake.assignment.basis)
            for group in view.degrees
            for stake in (*group.stated, *group.inferred)
        ]
        assigned = [
            (found.duty.id, who.degree, who.basis)
            for found in library.duties
            for who in found.duty.who
            if who.role == view.role.id
        ]
        assert sorted(listed) == sorted(assigned)


@law
def test_stated_and_inferred_never_stand_together(library: Library) -> None:
    """Each degree keeps what the text states apart from what an editor inferred."""
    for view in _views(library):
        for group in view.degrees:
            assert {stake.assignment.basis for stake in group.stated} <= {Basis.STATED}
            assert {stake.assignment.basis for stake in group.inferred} <= {Basis.INFERRED}


@law
def test_the_figures_add_up(library: Library) -> None:
    """Stated and inferred, the table of counts and the card all count the same duties."""
    for view in _views(library):
        total = len(library.duties_of_role(view.role.id))
        assert view.stated + view.inferred == total
        assert sum(view.counts.values()) == total
        assert view.card.count == total


@law
def test_the_squares_are_the_roles_column_of_the_matrix(library: Library) -> None:
    """Every measure of a document that asks something has one square, with the matrix's cell."""
    cells = matrix(library).cells
    for view in _views(library):
        asking = [
            d for d in library.documents if any((m.id, view.role.id) in cells for m in d.measures)
        ]
        assert [shown.document for shown in view.squares] == asking
        for shown in view.squares:
            assert tuple(square.measure for square in shown.squares) == shown.document.measures
            for square in shown.squares:
                assert square.cell == cells.get((square.measure.id, view.role.id))
        assert sum(shown.duties for shown in view.squares) == view.stated + view.inferred


@law
def test_a_card_lists_or_counts_every_duty(library: Library) -> None:
    """In each rhythm, duties are listed one by one or counted by measure, none left out."""
    for view in _views(library):
        for group in view.card.groups:
            counted = sum(bundle.count for bundle in group.bundles)
            assert len(group.stakes) + counted == group.count
            assert not (group.stakes and group.bundles)
            for bundle in group.bundles:
                assert sum(count for _, count in bundle.degrees) == bundle.count >= bundle.stated


def test_no_card_lists_more_than_fits_on_a_page() -> None:
    """However many duties a role has, its card lists at most LINES of them one by one."""
    views = _views(real())
    assert max(view.card.count for view in views) > LINES
    for view in views:
        assert sum(len(group.stakes) for group in view.card.groups) <= LINES


def test_what_recurs_comes_before_what_goes_on() -> None:
    """The Party secretary's card has what recurs first, the lecture of each term among it."""
    library = real()
    secretary = library.role("party-secretary")
    assert secretary
    groups = role.view(library, secretary, matrix(library)).card.groups
    rhythms = [group.rhythm for group in groups]
    assert rhythms == sorted(rhythms, key=list(Rhythm).index)
    (each_term,) = (group for group in groups if group.every is Period.TERM)
    assert "m18" in {stake.shown.measure.id for stake in each_term.stakes}


def test_a_role_the_text_never_names_is_all_inferred() -> None:
    """Teachers of ideology courses stand nowhere in the texts; their page knows it."""
    library = real()
    unnamed = library.role("ideology-teachers")
    assert unnamed
    view = role.view(library, unnamed, matrix(library))
    assert view.named_in == ()
    assert view.stated == 0 < view.inferred
    assert not roles.row(library, unnamed).named


def test_guides_written_for_a_role_stand_first_on_its_page() -> None:
    """Class teachers find the guide written for their meeting before the one they share."""
    library = real()
    views = {view.role.id: view for view in _views(library)}
    written, shared = (door.guide for door in views["class-teachers"].guides)
    assert (written.id, written.origin) == ("teachers-meeting", Origin.AUTHORED)
    assert shared.origin is Origin.GROUP
    assert len(views["students"].guides) == 1


def test_members_and_whole_know_each_other() -> None:
    """A role is listed on the page of the role it belongs to."""
    library = real()
    views = {view.role.id: view for view in _views(library)}
    belonging = [each for each in library.roles if each.part_of]
    assert belonging
    for each in belonging:
        members = [link.label for link in views[str(each.part_of)].members]
        assert Counter(members)[each.label] == 1


def test_a_groups_card_leads_to_the_wider_group() -> None:
    """A class teacher is a teacher too; an office is not bound to what its body is."""
    whole = {r.id: found.id if (found := among(real(), r)) else None for r in real().roles}
    assert whole["class-teachers"] == "teachers"
    assert whole["teachers"] == "staff"
    assert whole["party-secretary"] is whole["party-group"] is whole["students"] is None


def test_a_retired_role_keeps_its_page_and_leaves_the_picker() -> None:
    """Its page says why and names the successor; the index lists it as retired only."""
    kept = [page.address.page for page in role.pages(SUCCESSION)]
    assert kept == ["roles/old.html", "roles/new.html"]
    retirement = role.view(SUCCESSION, OLD, matrix(SUCCESSION)).retirement
    assert retirement
    (successor,) = retirement.successors
    assert (retirement.reason, successor.label) == ("已并入新角色。", "新角色")
    index = roles.view(SUCCESSION)
    assert [row.role.id for _, rows in index.kinds for row in rows] == ["new"]
    assert [link.label for link in index.retired] == ["旧角色"]


def test_the_picker_holds_every_role_once() -> None:
    """Grouped by kind, each role in use is in the index once, with as many duties as it has."""
    library = real()
    rows = [row for _, rows in roles.view(library).kinds for row in rows]
    assert Counter(row.role.id for row in rows) == Counter(each.id for each in library.roles)
    for row in rows:
        assert row.total == len(library.duties_of_role(row.role.id))
        assert row.total == sum(count for _, count in row.degrees)
