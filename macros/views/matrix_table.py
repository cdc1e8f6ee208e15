"""A responsibility matrix as a table: measures by roles, with the duties behind each cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.matrix import Cell, matrix
from macros.model import Assignment, Basis, Degree, Document, Measure, Part, Role, RoleKind
from macros.views.parts import duty
from macros.views.parts.duty import DutyView


@dataclass(frozen=True, slots=True)
class CellDuty:
    """One duty behind a cell, with the role's part in it."""

    duty: DutyView
    assignment: Assignment


@dataclass(frozen=True, slots=True)
class CellView:
    """A filled cell: the strongest degree, its basis, and every duty behind it."""

    role: Role
    degree: Degree
    basis: Basis
    grounds: tuple[CellDuty, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A role as a column."""

    role: Role
    address: Address


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """The columns of one kind of role."""

    kind: RoleKind
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A measure as a row: its number of duties and one entry a column, ``None`` where empty.

    ``lead`` is the index of the column that leads most of its duties, for sorting; the number of
    columns if none leads.
    """

    document: Document
    measure: Measure
    address: Address
    duties: int
    lead: int
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The rows of one part."""

    part: Part | None
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """A matrix ready to be drawn, columns grouped by kind of role, rows by part."""

    groups: tuple[ColumnGroup, ...]
    parts: tuple[RowGroup, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, from left to right."""
        return tuple(column for group in self.groups for column in group.columns)

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """All rows, from top to bottom."""
        return tuple(row for group in self.parts for row in group.rows)


def table(library: Library, measures: Iterable[Measure] | None = None) -> MatrixTable:
    """The table of ``measures``, or of the whole library; idle roles have no column."""
    crossed = matrix(library, measures)
    groups = tuple(
        ColumnGroup(kind, columns)
        for kind in RoleKind
        if (
            columns := tuple(
                Column(role, addresses.of_entry(role))
                for role in crossed.roles
                if role.kind is kind
            )
        )
    )
    roles = tuple(column.role for group in groups for column in group.columns)
    shown = {
        found.duty.id: duty.view(library, found)
        for measure in crossed.measures
        for found in library.duties_of_measure(measure.id)
    }
    by_part: dict[str, list[MatrixRow]] = {}
    for measure in crossed.measures:
        cells = tuple(
            _cell(cell, shown) if (cell := crossed.cells.get((measure.id, role.id))) else None
            for role in roles
        )
        document = library.document_of(measure)
        row = MatrixRow(
            document,
            measure,
            addresses.of_measure(document, measure),
            len(library.duties_of_measure(measure.id)),
            _lead(cells),
            cells,
        )
        by_part.setdefault(measure.part, []).append(row)
    return MatrixTable(
        groups, tuple(RowGroup(library.part(part), tuple(rows)) for part, rows in by_part.items())
    )


def _cell(cell: Cell, shown: dict[str, DutyView]) -> CellView:
    grounds = tuple(CellDuty(shown[found.duty.id], who) for found, who in cell.grounds)
    return CellView(cell.role, cell.degree, cell.basis, grounds)


def _lead(cells: tuple[CellView | None, ...]) -> int:
    """The index of the cell with most duties in the lead, the first of several."""
    leads = [
        sum(ground.assignment.degree is Degree.LEAD for ground in cell.grounds) if cell else 0
        for cell in cells
    ]
    return leads.index(max(leads)) if any(leads) else len(cells)
