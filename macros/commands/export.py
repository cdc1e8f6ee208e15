"""Write one file of the library: a table, a calendar, flash cards or everything as JSON."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path, PurePosixPath

from macros import addresses
from macros.addresses import Address
from macros.check import check_project
from macros.diagnostics import Diagnostic
from macros.exports import anki, csv_, ics, narrow, xlsx
from macros.exports.library_json import library_json
from macros.guides.catalogue import catalogue
from macros.library import Library
from macros.model import Document
from macros.suggest import nearest


class Format(StrEnum):
    """What can be written."""

    XLSX = "xlsx"
    CSV = "csv"
    MATRIX_CSV = "matrix-csv"
    ICS = "ics"
    APKG = "apkg"
    JSON = "json"


class Scope(StrEnum):
    """What a file can be about, other than the whole library."""

    ROLE = "role"
    PART = "part"
    GUIDE = "guide"


class ExportError(Exception):
    """The file cannot be made; ``key`` names the sentence that says why, ``values`` fill it."""

    def __init__(self, key: str, suggestion: str | None = None, **values: str) -> None:
        """Keep what is to be said; ``suggestion`` is what was probably meant."""
        super().__init__(key)
        self.key = key
        self.suggestion = suggestion
        self.values = values


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written; none if ``findings`` forbid it, which stand in ``sources``."""

    files: tuple[Path, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


# Which scopes each format knows.
_SCOPES: Mapping[Format, Collection[Scope]] = {
    Format.XLSX: (Scope.ROLE, Scope.PART),
    Format.CSV: (Scope.ROLE, Scope.PART),
    Format.MATRIX_CSV: (Scope.ROLE, Scope.PART),
    Format.ICS: tuple(Scope),
    Format.APKG: (Scope.ROLE, Scope.PART),
    Format.JSON: (),
}
_BY_DOCUMENT: Mapping[
    Format, tuple[Callable[[Document], Address], Callable[[Library, Document], bytes]]
] = {
    Format.XLSX: (addresses.of_workbook, xlsx.workbook),
    Format.CSV: (addresses.of_ledger_csv, csv_.ledger_csv),
    Format.MATRIX_CSV: (addresses.of_matrix_csv, csv_.matrix_csv),
}


def export(
    root: Path, wanted: Format, scopes: Mapping[Scope, str], into: Path | None = None
) -> Exported:
    """Write the file ``wanted`` of the project in ``root``, about the one of ``scopes``, if any.

    It goes to ``into``, or under its own name into the current folder; a library of several
    documents gives a table for each. Raises ExportError, ``check.NoDataError``, or OSError.
    """
    if len(scopes) > 1:
        raise ExportError("export.two-scopes")
    for scope in scopes:
        if scope not in _SCOPES[wanted]:
            raise ExportError("export.scope", format=wanted, option=f"--{scope}")
    checked = check_project(root)
    if checked.has_errors:
        return Exported(findings=checked.findings, sources=checked.sources)
    try:
        made = [(name, make()) for name, make in _files(checked.library, wanted, scopes)]
    except xlsx.TooLongError as error:
        raise ExportError("export.too-long", text=str(error)) from error
    if into is not None and len(made) != 1:
        raise ExportError("export.several", count=str(len(made)))
    targets = tuple(into or Path(name) for name, _ in made)
    for target, (_, content) in zip(targets, made, strict=True):
        target.write_bytes(content)
    return Exported(targets, checked.findings, checked.sources)


def _files(
    library: Library, wanted: Format, scopes: Mapping[Scope, str]
) -> list[tuple[str, Callable[[], bytes]]]:
    """The files to be written: names and what makes them."""
    if guide := scopes.get(Scope.GUIDE):
        return [_meetings(library, guide)]
    few = _narrowed(library, scopes)
    about = "".join(f"-{id_}" for id_ in scopes.values())
    if wanted in _BY_DOCUMENT:
        at, make = _BY_DOCUMENT[wanted]
        return [(_name(at(one), about), partial(make, few, one)) for one in few.documents]
    if wanted is Format.ICS:
        year = ics.year_of(library)
        if year is None:
            raise ExportError("export.no-year")
        return [(_name(addresses.DUTIES_ICS, about), partial(ics.duties_ics, few, year))]
    if wanted is Format.APKG:
        return [(_name(addresses.FLASHCARDS, about), partial(anki.cards, few))]
    return [(_name(addresses.LIBRARY_JSON), lambda: library_json(library).encode())]


def _meetings(library: Library, id_: str) -> tuple[str, Callable[[], bytes]]:
    guides = {guide.id: guide for guide in catalogue(library)}
    _known(Scope.GUIDE, id_, guides)
    year = ics.year_of(library)
    if year is None or year.meeting is None:
        raise ExportError("export.no-meeting")
    made = ics.meetings_ics(guides[id_], year)
    if made is None:
        raise ExportError("export.no-room", guide=id_)
    return _name(addresses.of_meetings(id_)), partial(bytes, made)


def _narrowed(library: Library, scopes: Mapping[Scope, str]) -> Library:
    if role := scopes.get(Scope.ROLE):
        _known(Scope.ROLE, role, [one.id for one in library.roles])
        few = narrow.to_role(library, role)
    elif part := scopes.get(Scope.PART):
        parts = [part.id for document in library.documents for part in document.parts]
        _known(Scope.PART, part, parts)
        few = narrow.to_part(library, part)
    else:
        return library
    if not few.documents:
        raise ExportError("export.nothing", id=next(iter(scopes.values())))
    return few


def _known(scope: Scope, id_: str, ids: Collection[str]) -> None:
    if id_ not in ids:
        raise ExportError(f"export.no-{scope}", nearest(id_, ids), id=id_)


def _name(address: Address, about: str = "") -> str:
    path = PurePosixPath(address.page)
    return f"{path.stem}{about}{path.suffix}"
