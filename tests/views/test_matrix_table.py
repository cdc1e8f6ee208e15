"""The matrix as a table."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.knowledge import Library
from macros.model import Basis, Degree
from macros.views.matrix_table import MatrixTable, table
from tests.libraries import law, real


def _grounds(shown: MatrixTable) -> Counter[tuple[str, str]]:
    return Counter(
        (ground.duty.duty.id, cell.role.id)
        for row in shown.rows
        for cell in row.cells
        if cell
        for ground in cell.grounds
    )


def _assignments(library: Library) -> Counter[tuple[str, str]]:
    return Counter((found.duty.id, who.role) for found in library.duties for who in found.duty.who)


@law
def test_every_assignment_is_behind_exactly_one_cell(library: Library) -> None:
    """Each role's part in each duty that holds is behind one cell of the table, nothing else."""
    assert _grounds(table(library)) == _assignments(library)


@law
def test_a_cell_stands_in_its_measure_row_and_role_column(library: Library) -> None:
    """A cell's duties belong to the row's measure, its role to the column it stands in."""
    shown = table(library)
    for row in shown.rows:
        assert len(row.cells) == len(shown.columns)
        for column, cell in zip(shown.columns, row.cells, strict=True):
            if cell:
                assert cell.role == column.role
                assert {ground.duty.measure.id for ground in cell.grounds} == {row.measure.id}


@law
def test_a_cell_shows_the_strongest_degree_and_states_only_what_is_stated(
    library: Library,
) -> None:
    """A cell's degree is the strongest behind it; it is stated only if that degree is stated."""
    order = list(Degree)
    for row in table(library).rows:
        for cell in filter(None, row.cells):
            parts = [ground.assignment for ground in cell.grounds]
            assert cell.degree is min((who.degree for who in parts), key=order.index)
            stated = [who.basis for who in parts if who.degree is cell.degree]
            assert (cell.basis is Basis.STATED) == (Basis.STATED in stated)


@law
def test_no_column_is_empty_and_columns_go_by_kind(library: Library) -> None:
    """Every column has a filled cell, and each kind of role is one run of columns."""
    shown = table(library)
    for index in range(len(shown.columns)):
        assert any(row.cells[index] for row in shown.rows)
    for group in shown.groups:
        assert {column.role.kind for column in group.columns} == {group.kind}
    assert len({group.kind for group in shown.groups}) == len(shown.groups)


@law
def test_rows_count_their_duties_and_name_their_lead(library: Library) -> None:
    """A row's number is that of its duties that hold; its lead leads at least one of them."""
    shown = table(library)
    assert sum(row.duties for row in shown.rows) == len(library.duties)
    for row in shown.rows:
        if row.lead < len(shown.columns):
            cell = row.cells[row.lead]
            assert cell is not None
            assert cell.degree is Degree.LEAD
        else:
            assert all(cell is None or cell.degree is not Degree.LEAD for cell in row.cells)


@pytest.mark.parametrize("part", [part.id for part in real().documents[0].parts])
def test_a_part_has_its_own_matrix(part: str) -> None:
    """The table of a part's measures has the same cells as their rows in the whole table."""
    measures = real().measures_of_part(part)
    whole = {row.measure.id: set(filter(None, row.cells)) for row in table(real()).rows}
    own = table(real(), measures)
    assert [row.measure for row in own.rows] == list(measures)
    for row in own.rows:
        assert set(filter(None, row.cells)) == whole[row.measure.id]


def test_the_real_matrix_is_complete() -> None:
    """Every assignment of the real library is behind a cell, each measure under its part."""
    shown = table(real())
    assert _grounds(shown) == _assignments(real())
    assert tuple(row.measure for row in shown.rows) == real().measures
    assert [
        len(group.rows) for group in shown.parts if group.part in real().documents[0].parts
    ] == [len(real().measures_of_part(part.id)) for part in real().documents[0].parts]
