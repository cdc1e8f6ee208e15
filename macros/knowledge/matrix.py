"""The responsibility matrix: which role takes part in which measure, how, and on what basis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.knowledge import DutyInContext, Library
from macros.model import Assignment, Basis, Degree, Measure, Role


@dataclass(frozen=True, slots=True)
class Cell:
    """One measure crossed with one role.

    ``degree`` is the strongest the role has in any duty of the measure, and ``basis`` is stated if
    the text states that degree in at least one of them; ``grounds`` are all duties behind it.
    """

    measure: Measure
    role: Role
    degree: Degree
    basis: Basis
    grounds: tuple[tuple[DutyInContext, Assignment], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Measures by roles; ``cells`` is keyed by measure id and role id; empty crossings are absent.

    ``roles`` holds only roles that take part, in the registry's order.
    """

    measures: tuple[Measure, ...]
    roles: tuple[Role, ...]
    cells: dict[tuple[str, str], Cell]


def matrix(library: Library, measures: Iterable[Measure] | None = None) -> Matrix:
    """The matrix of ``measures``, or of the whole library."""
    rows = library.measures if measures is None else tuple(measures)
    grounds: dict[tuple[str, str], list[tuple[DutyInContext, Assignment]]] = {}
    for measure in rows:
        for found in library.duties_of_measure(measure.id):
            for who in found.duty.who:
                grounds.setdefault((measure.id, who.role), []).append((found, who))
    taking_part = {role_id for _, role_id in grounds}
    columns = tuple(role for role in library.roles if role.id in taking_part)
    cells = {
        (measure.id, role.id): _cell(measure, role, grounds[measure.id, role.id])
        for measure in rows
        for role in columns
        if (measure.id, role.id) in grounds
    }
    return Matrix(rows, columns, cells)


def _cell(measure: Measure, role: Role, grounds: list[tuple[DutyInContext, Assignment]]) -> Cell:
    degree = min((who.degree for _, who in grounds), key=lambda d: d.order)
    stated = any(w.degree is degree and w.basis is Basis.STATED for _, w in grounds)
    return Cell(measure, role, degree, Basis.STATED if stated else Basis.INFERRED, tuple(grounds))
