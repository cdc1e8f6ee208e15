"""Whether the pages show the text and the duties: all of them, exactly, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros import addresses
from macros.diagnostics import Diagnostic
from macros.library import Library
from macros.location import Location
from macros.model import Basis, Degree, Document
from macros.verify.reading import BuiltPage, Shown

Pages = Mapping[str, BuiltPage]


@dataclass(frozen=True, slots=True)
class Accounted:
    """How the characters of a source stand on its document page."""

    shown: int
    layout: int
    total: int


def texts(library: Library, pages: Pages) -> Iterator[Diagnostic]:
    """V01 a clause, V02 a title, V03 a quote that is not the stored text; unknown ids: V04."""
    clauses = {c.clause.id: c.clause.text for c in library.clauses}
    titles = {m.id: m.title for m in library.measures} | {
        part.id: part.title for document in library.documents for part in document.parts
    }
    for page in pages.values():
        for shown in page.clauses:
            yield from _same("V01", page, shown, clauses)
        for shown in page.titles:
            yield from _same("V02", page, shown, titles)
        for shown in page.quotes:
            text = clauses.get(shown.id)
            if text is None:
                yield _at("V04", page, shown.line, id=shown.id)
            elif not shown.text or shown.text not in text:
                yield _at("V03", page, shown.line, id=shown.id, quote=shown.text)


def source(document: Document, pages: Pages) -> tuple[Accounted, tuple[Diagnostic, ...]]:
    """Walk the source from its first to its last character along what the document page shows.

    Everything between two shown titles or clauses must be numbering, marks or blanks of the
    document's own layout. V05 names the first stretch of the source that the page leaves out.
    """
    path = addresses.of_document(document).page
    page = pages.get(path)
    if page is None:
        return Accounted(0, 0, len(document.text)), (_missing(path, document.id),)
    marks = _layout_marks(document)
    at = shown_count = 0
    for shown in _in_order(page, document):
        start = document.text.find(shown.text, at)
        gap = document.text[at:start] if start >= 0 else document.text[at:]
        if start < 0 or set(gap) - marks:
            return Accounted(shown_count, at - shown_count, len(document.text)), (
                _left_out(document, page, at, marks, shown),
            )
        at = start + len(shown.text)
        shown_count += len(shown.text)
    if set(document.text[at:]) - marks:
        return Accounted(shown_count, at - shown_count, len(document.text)), (
            _left_out(document, page, at, marks, None),
        )
    total = len(document.text)
    return Accounted(shown_count, total - shown_count, total), ()


def structure(library: Library, pages: Pages) -> Iterator[Diagnostic]:
    """V06 what is missing from its page, V07 what no data holds, V08 a cell that differs."""
    duties = {found.duty.id for found in library.duties}
    known = duties | {duty.id for measure in library.measures for duty in measure.duties}
    for page in pages.values():
        for shown in page.duties:
            if shown.id not in known:
                yield _at("V07", page, shown.line, id=shown.id)
    for document in library.documents:
        whole = addresses.of_document(document).page
        for measure in document.measures:
            own = addresses.of_measure(document, measure).page
            ids = [clause.id for clause in measure.clauses]
            yield from _present(pages, own, ids, "clauses", anchored=True)
            yield from _present(pages, whole, ids, "clauses")
            yield from _present(
                pages, own, [f.duty.id for f in library.duties_of_measure(measure.id)], "duties"
            )
    yield from _present(pages, addresses.LEDGER.page, sorted(duties), "duties")
    for role in library.roles:
        ids = [found.duty.id for found, _ in library.duties_of_role(role.id)]
        yield from _present(pages, addresses.of_role(role).page, ids, "duties")
    yield from _cells(library, pages)


def expected_cells(library: Library) -> dict[tuple[str, str], tuple[str, str]]:
    """Measure and role to degree and basis, worked out from the duties alone."""
    strength = list(Degree)
    cells: dict[tuple[str, str], tuple[Degree, Basis]] = {}
    for found in library.duties:
        for who in found.duty.who:
            key = found.measure.id, who.role
            held = cells.get(key)
            if held is None or strength.index(who.degree) < strength.index(held[0]):
                cells[key] = who.degree, who.basis
            elif who.degree is held[0] and who.basis is Basis.STATED:
                cells[key] = held[0], Basis.STATED
    return {key: (degree.value, basis.value) for key, (degree, basis) in cells.items()}


def _cells(library: Library, pages: Pages) -> Iterator[Diagnostic]:
    expected = expected_cells(library)
    for page in pages.values():
        for cell in page.cells:
            wanted = expected.get((cell.measure, cell.role))
            if wanted is None:
                yield _at("V07", page, cell.line, id=f"{cell.measure} × {cell.role}")
            elif wanted != (cell.degree, cell.basis):
                yield _at(
                    "V08",
                    page,
                    cell.line,
                    id=f"{cell.measure} × {cell.role}",
                    found=f"{cell.degree}/{cell.basis}",
                    expected="/".join(wanted),
                )
    matrix = pages.get(addresses.MATRIX.page)
    shown = {(cell.measure, cell.role) for cell in matrix.cells} if matrix else set()
    for measure, role in expected:
        if (measure, role) not in shown:
            yield _missing(addresses.MATRIX.page, f"{measure} × {role}")


def _present(
    pages: Pages, path: str, ids: Iterable[str], kind: str, *, anchored: bool = False
) -> Iterator[Diagnostic]:
    page = pages.get(path)
    shown: tuple[Shown, ...] = getattr(page, kind) if page else ()
    there = {s.id for s in shown if not anchored or s.anchor == s.id}
    for id_ in ids:
        if id_ not in there:
            yield _missing(path, id_)


def _same(
    code: str, page: BuiltPage, shown: Shown, stored: Mapping[str, str]
) -> Iterator[Diagnostic]:
    text = stored.get(shown.id)
    if text is None:
        yield _at("V04", page, shown.line, id=shown.id)
    elif shown.text != text:
        at = next(
            (n for n, (a, b) in enumerate(zip(shown.text, text, strict=False)) if a != b),
            min(len(shown.text), len(text)),
        )
        yield _at(
            code,
            page,
            shown.line,
            id=shown.id,
            position=str(at + 1),
            found=_name(shown.text[at : at + 1]),
            expected=_name(text[at : at + 1]),
        )


def _name(character: str) -> str:
    """A character with its code point, or a dash past the end of a text."""
    return f"{character} (U+{ord(character):04X})" if character else "—"


def _layout_marks(document: Document) -> set[str]:
    """The characters that the layout, the numerals and the numbers may put between texts."""
    layout = document.layout
    numerals = "".join(part.numeral for part in document.parts)
    written = layout.opening + layout.part + layout.measure + layout.closing
    fields = ("{numeral}", "{number}", "{title}", "{clauses}")
    for name in fields:
        written = written.replace(name, "")
    return set(written + numerals + "0123456789")


def _in_order(page: BuiltPage, document: Document) -> list[Shown]:
    """The titles and clauses of a document's continuous text, as they follow on its page."""
    verbatim = [s for s in (*page.titles, *page.clauses) if s.text_of == document.id]
    return sorted(verbatim, key=lambda shown: shown.order)


def _left_out(
    document: Document, page: BuiltPage, at: int, marks: set[str], shown: Shown | None
) -> Diagnostic:
    first = next((n for n in range(at, len(document.text)) if document.text[n] not in marks), at)
    line = document.text.count("\n", 0, first) + 1
    column = first - (document.text.rfind("\n", 0, first))
    return _at(
        "V05",
        page,
        shown.line if shown else 0,
        source=document.source.file,
        line=str(line),
        column=str(column),
        character=_name(document.text[first : first + 1]),
    )


def _missing(path: str, id_: str) -> Diagnostic:
    return Diagnostic("V06", Location(path), {"id": id_})


def _at(code: str, page: BuiltPage, at_line: int, **params: str) -> Diagnostic:
    return Diagnostic(code, Location(page.path, at_line, 1 if at_line else 0), params)
