"""Write one file of the library, in any format, about a role, a part or a guide."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

from macros.check.project import check_project
from macros.commands.errors import MisuseError
from macros.data.project import Project
from macros.exports.making import make
from macros.knowledge import Library, narrow
from macros.knowledge.guides.catalogue import catalogue
from macros.knowledge.school_year import year_of
from macros.system import atomic, fonts
from macros.text.diagnostics import Diagnostic
from macros.text.suggest import nearest
from macros.views.offers import Offer, Use, of_use


def deliver(layers: Iterable[Path], path: Path, content: str | bytes) -> None:
    """Write ``content`` to ``path``, links followed.

    Raises MisuseError if that lies in one of the ``layers`` of data, where it would take the place
    of what it was made of; OSError.
    """
    try:
        target = path.resolve()
    except RuntimeError as error:  # how a link that leads back to itself is told
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error
    if any(target.is_relative_to(layer.resolve()) for layer in layers):
        raise MisuseError("deliver.into-data", file=str(path))
    atomic.deliver(path, content)


class ExportFormat(StrEnum):
    """What can be written."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    MATRIX_CSV = "matrix-csv"
    ICS = "ics"
    APKG = "apkg"
    HTML = "html"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """How the names of its files end, without the dot."""
        return "csv" if self is ExportFormat.MATRIX_CSV else self.value


class Scope(StrEnum):
    """What a file can be about, other than the whole library."""

    ROLE = "role"
    PART = "part"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written; none if ``findings`` forbid it, which stand in ``sources``."""

    files: tuple[Path, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


_PAPERS: Mapping[Scope | None, Use] = {
    None: Use.WHOLE,
    Scope.ROLE: Use.CARD,
    Scope.GUIDE: Use.GUIDE,
}
# What a format holds, without a scope (None) and with each scope it knows.
_USES: Mapping[ExportFormat, Mapping[Scope | None, Use]] = {
    ExportFormat.DOCX: _PAPERS,
    ExportFormat.PDF: _PAPERS,
    ExportFormat.XLSX: dict.fromkeys((None, Scope.ROLE, Scope.PART), Use.WORKBOOK),
    ExportFormat.CSV: dict.fromkeys((None, Scope.ROLE, Scope.PART), Use.LEDGER),
    ExportFormat.MATRIX_CSV: dict.fromkeys((None, Scope.ROLE, Scope.PART), Use.MATRIX),
    ExportFormat.ICS: {
        **dict.fromkeys((None, Scope.ROLE, Scope.PART), Use.CALENDAR),
        Scope.GUIDE: Use.MEETINGS,
    },
    ExportFormat.APKG: dict.fromkeys((None, Scope.ROLE, Scope.PART), Use.FLASHCARDS),
    ExportFormat.HTML: {None: Use.POCKET},
    ExportFormat.JSON: {None: Use.LIBRARY},
}
# Files of these uses are about one role or guide; the others hold what a scope leaves of all.
_ABOUT_ONE = (Use.CARD, Use.GUIDE, Use.MEETINGS)


def export(
    project: Project, wanted: ExportFormat, scopes: Mapping[Scope, str], into: Path | None = None
) -> Exported:
    """Write the file ``wanted`` of a project, about the one of ``scopes``, if any.

    It goes to ``into``, or under its own name into the current folder; a library of several
    documents gives a table for each. Raises MisuseError, ``files.MakeError``, or OSError.
    """
    if len(scopes) > 1:
        raise MisuseError("export.two-scopes")
    scope, id_ = next(iter(scopes.items()), (None, ""))
    if scope not in _USES[wanted]:
        raise MisuseError("export.scope", format=wanted, option=f"--{scope}")
    checked = check_project(project)
    if checked.has_errors:
        return Exported(findings=checked.findings, sources=checked.sources)
    library, found = _chosen(checked.library, wanted, scope, id_)
    made = [(offer, make(library, offer)) for offer in found]
    if into is not None and len(made) != 1:
        raise MisuseError("export.several", count=str(len(made)))
    about = f"-{id_}" if _USES[wanted][scope] not in _ABOUT_ONE and id_ else ""
    targets = tuple(into or Path(_name(offer, about)) for offer, _ in made)
    for target, (_, content) in zip(targets, made, strict=True):
        deliver(project.layers, target, content)
    return Exported(targets, checked.findings, checked.sources)


def _chosen(
    library: Library, wanted: ExportFormat, scope: Scope | None, id_: str
) -> tuple[Library, tuple[Offer, ...]]:
    """The files to be written, and the library they are offers of."""
    if scope is not None:
        ids = _ids(library, scope)
        if id_ not in ids:
            raise MisuseError(f"export.no-{scope}", nearest(id_, ids), id=id_)
    use = _USES[wanted][scope]
    if scope is not None and use not in _ABOUT_ONE:
        narrowed = narrow.to_role if scope is Scope.ROLE else narrow.to_part
        library = narrowed(library, id_)
    found = tuple(
        offer
        for offer in of_use(library, use)
        if offer.format == wanted.suffix
        and (use not in _ABOUT_ONE or (offer.about is not None and offer.about.id == id_))
    )
    if not found or not library.documents:
        raise _nothing(library, wanted, use, id_)
    return library, found


def _ids(library: Library, scope: Scope) -> Collection[str]:
    match scope:
        case Scope.ROLE:
            return [role.id for role in library.roles]
        case Scope.PART:
            return [part.id for document in library.documents for part in document.parts]
        case Scope.GUIDE:
            return [guide.id for guide in catalogue(library)]


def _nothing(library: Library, wanted: ExportFormat, use: Use, id_: str) -> MisuseError:
    """Why there is no such file."""
    year = year_of(library)
    if wanted is ExportFormat.PDF and not fonts.available():
        return MisuseError("export.no-font")
    if use is Use.CALENDAR and year is None:
        return MisuseError("export.no-year")
    if use is Use.MEETINGS and (year is None or year.meeting is None):
        return MisuseError("export.no-meeting")
    if use is Use.MEETINGS:
        return MisuseError("export.no-room", guide=id_)
    return MisuseError("export.nothing", id=id_)


def _name(offer: Offer, about: str) -> str:
    path = PurePosixPath(offer.name)
    return f"{path.stem}{about}{path.suffix}"
