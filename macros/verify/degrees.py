"""Whether roles are shown with the degree and basis that the duties give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.knowledge import Library, addresses
from macros.model import Basis, Degree
from macros.text.diagnostics import Diagnostic
from macros.verify.difference import at, missing
from macros.verify.page import BuiltPage, ShownParty

Pages = Mapping[str, BuiltPage]


def parties(library: Library, pages: Pages) -> Iterator[Diagnostic]:
    """V08 a matrix cell, a role's part in a duty or a rhythm that differs; V07 one too many.

    Of the whole matrix and of the ledger, which owe every one of them, V06 one that is missing.
    """
    yield from _cells(library, pages)
    yield from _duties(library, pages)
    yield from _rhythms(library, pages)


def expected_cells(library: Library) -> dict[tuple[str, str], tuple[str, str]]:
    """Measure and role to degree and basis, worked out from the duties alone."""
    cells: dict[tuple[str, str], tuple[Degree, Basis]] = {}
    for found in library.duties:
        for who in found.duty.who:
            key = found.measure.id, who.role
            held = cells.get(key)
            if held is None or who.degree.order < held[0].order:
                cells[key] = who.degree, who.basis
            elif who.degree is held[0] and who.basis is Basis.STATED:
                cells[key] = held[0], Basis.STATED
    return {key: (degree.value, basis.value) for key, (degree, basis) in cells.items()}


def _cells(library: Library, pages: Pages) -> Iterator[Diagnostic]:
    expected = expected_cells(library)
    for page in pages.values():
        yield from _compared(page, page.cells, expected)
    if (matrix := pages.get(addresses.MATRIX.page)) is not None:
        shown = {(cell.of, cell.role) for cell in matrix.cells}
        for measure, role in expected.keys() - shown:
            yield missing(matrix.path, f"{measure} × {role}")


def _duties(library: Library, pages: Pages) -> Iterator[Diagnostic]:
    expected = {
        (duty.id, who.role): (who.degree.value, who.basis.value)
        for measure in library.measures
        for duty in measure.duties
        for who in duty.who
    }
    for page in pages.values():
        yield from _compared(page, page.parties, expected)
    if (ledger := pages.get(addresses.LEDGER.page)) is not None:
        shown = {(party.of, party.role) for party in ledger.parties}
        for found in library.duties:
            for who in found.duty.who:
                if (found.duty.id, who.role) not in shown:
                    yield missing(ledger.path, f"{found.duty.id} × {who.role}")


def _compared(
    page: BuiltPage,
    shown: Iterable[ShownParty],
    expected: Mapping[tuple[str, str], tuple[str, str]],
) -> Iterator[Diagnostic]:
    """What a page shows of parts, held against degree and basis by record and role."""
    for party in shown:
        name = f"{party.of} × {party.role}"
        wanted = expected.get((party.of, party.role))
        if wanted is None:
            yield at("V07", page.path, party.line, id=name)
        elif wanted != (party.degree, party.basis):
            yield _differs(page, party.line, name, (party.degree, party.basis), wanted)


def _rhythms(library: Library, pages: Pages) -> Iterator[Diagnostic]:
    duties = [duty for measure in library.measures for duty in measure.duties]
    bases = {duty.id: duty.when.basis.value for duty in duties}
    rhythms = {duty.id: (duty.when.every or duty.when.kind).value for duty in duties}
    for page in pages.values():
        for shown, expected in ((page.rhythms, rhythms), (page.timings, bases)):
            for said in shown:
                wanted = expected.get(said.id, said.value)
                if wanted != said.value:
                    yield _differs(page, said.line, said.id, (said.value,), (wanted,))


def _differs(
    page: BuiltPage, line: int, name: str, found: tuple[str, ...], wanted: tuple[str, ...]
) -> Diagnostic:
    return at("V08", page.path, line, id=name, found="/".join(found), expected="/".join(wanted))
