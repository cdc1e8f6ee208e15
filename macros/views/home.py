"""The home page: who the reader is, what the document holds, what recurs, where to go next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Basis, Document, Measure, Part, Rhythm, Role, RoleKind, Timing
from macros.views import changes
from macros.views.changes import ReleaseView
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts import duty
from macros.views.parts.duty import DutyView
from macros.views.study import Band

# A reader looks for an own office first, then for a group, and last for a body.
_NEAREST_FIRST = (RoleKind.PERSON, RoleKind.GROUP, RoleKind.ORGAN)


@dataclass(frozen=True, slots=True)
class RoleDoor:
    """A role with its page."""

    role: Role
    address: Address


@dataclass(frozen=True, slots=True)
class PartDoor:
    """A part with its page and its measures with theirs."""

    part: Part
    address: Address
    measures: tuple[tuple[Measure, Address], ...]


@dataclass(frozen=True, slots=True)
class DocumentDoor:
    """A document with its page, its parts and its figures.

    ``recurring`` are its duties of a school year: those that fall due every so often, and those
    set off by an event or a deadline that the text itself states.
    """

    document: Document
    address: Address
    parts: tuple[PartDoor, ...]
    clauses: int
    duties: int
    stated: int
    recurring: tuple[DutyView, ...]

    @property
    def measures(self) -> int:
        """How many measures it has."""
        return len(self.document.measures)


@dataclass(frozen=True, slots=True)
class HomeView:
    """What stands on the home page: the first document before all others.

    ``duties`` counts those of all documents; ``latest`` is the newest version of the data, None if
    none was recorded; ``files`` are those that hold everything.
    """

    documents: tuple[DocumentDoor, ...]
    duties: int
    roles: tuple[tuple[RoleKind, tuple[RoleDoor, ...]], ...]
    matrix: Address
    kinship: Address
    ledger: Address
    calendar: Address
    about: Address
    lesson: Address
    latest: ReleaseView | None
    changes: Address
    files: tuple[Offer, ...]


def view(library: Library) -> HomeView:
    """The view of the home page."""
    return HomeView(
        documents=tuple(_door(library, document) for document in library.documents),
        duties=len(library.duties),
        roles=tuple((kind, _roles(library, kind)) for kind in _NEAREST_FIRST),
        matrix=addresses.MATRIX,
        kinship=addresses.KINSHIP,
        ledger=addresses.LEDGER,
        calendar=addresses.CALENDAR,
        about=addresses.ABOUT,
        lesson=Address(addresses.STUDY.page, f"time={Band.LESSON}"),
        latest=changes.latest(library),
        changes=addresses.CHANGES,
        files=beside(library, Use.POCKET),
    )


def _roles(library: Library, kind: RoleKind) -> tuple[RoleDoor, ...]:
    """The roles of one kind that take part in any duty."""
    return tuple(
        RoleDoor(role, addresses.of_entry(role))
        for role in library.roles
        if role.kind is kind and library.duties_of_role(role.id)
    )


def _door(library: Library, document: Document) -> DocumentDoor:
    duties = tuple(f for m in document.measures for f in library.duties_of_measure(m.id))
    return DocumentDoor(
        document,
        addresses.of_document(document),
        tuple(
            PartDoor(
                part,
                addresses.of_part(document, part),
                tuple(
                    (measure, addresses.of_measure(document, measure))
                    for measure in library.measures_of_part(part.id)
                ),
            )
            for part in document.parts
        ),
        sum(len(measure.clauses) for measure in document.measures),
        len(duties),
        sum(any(who.basis is Basis.STATED for who in found.duty.who) for found in duties),
        tuple(duty.view(library, found) for found in duties if _recurs(found.duty.when)),
    )


def _recurs(when: Timing) -> bool:
    stated = when.basis is Basis.STATED
    return when.kind is Rhythm.PERIODIC or (when.kind in (Rhythm.EVENT, Rhythm.DEADLINE) and stated)


def pages(library: Library) -> Iterator[Page]:
    """The one home page."""
    yield Page(addresses.HOME, "home.html", partial(view, library), wide=True)
