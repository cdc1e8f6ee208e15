"""A role's page: all that the document asks of it, by degree and by rhythm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides import catalogue
from macros.knowledge.matrix import Cell, Matrix, matrix
from macros.knowledge.reviews.standing import Standing, standings
from macros.model import Basis, Degree, Document, EvidenceRecord, Measure, Rhythm, Role
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts import duty
from macros.views.parts.card import DutyCard, RoleDuty, among, card
from macros.views.parts.entry import Link, Retirement, link, links, retirement
from macros.views.parts.mentions import MentioningClause, passages
from macros.views.study import Door, door


@dataclass(frozen=True, slots=True)
class DegreeGroup:
    """The role's duties in one degree, what the text states apart from what an editor inferred."""

    degree: Degree
    stated: tuple[RoleDuty, ...]
    inferred: tuple[RoleDuty, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """One measure in the role's own column of the matrix; ``cell`` is None where it has no part."""

    measure: Measure
    address: Address
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Squares:
    """The measures of one document in the role's column; ``duties`` counts its duties there."""

    document: Document
    squares: tuple[Square, ...]
    duties: int


@dataclass(frozen=True, slots=True)
class Keeping:
    """Evidence the role has to show or keep; ``duties`` counts its own that leave it."""

    record: EvidenceRecord
    keeper: Link | None
    own: bool
    duties: int


@dataclass(frozen=True, slots=True)
class RoleView:
    """What stands on a role's page; ``counts`` is keyed by degree and rhythm.

    ``among`` is the wider group whose duties are the role's too. ``files`` are the card's; a
    retired role has none. ``standings`` say of the role and of each of its duties whether it was
    reviewed.
    """

    role: Role
    retirement: Retirement | None
    part_of: Link | None
    among: Link | None
    members: tuple[Link, ...]
    named_in: tuple[MentioningClause, ...]
    stated: int
    inferred: int
    squares: tuple[Squares, ...]
    counts: dict[tuple[Degree, Rhythm], int]
    card: DutyCard
    degrees: tuple[DegreeGroup, ...]
    keeping: tuple[Keeping, ...]
    guides: tuple[Door, ...]
    files: tuple[Offer, ...]
    standings: Mapping[str, Standing | None]


def view(library: Library, role: Role, whole: Matrix) -> RoleView:
    """The view of one role, given the matrix of the whole library."""
    stakes = tuple(
        RoleDuty(duty.view(library, found), who) for found, who in library.duties_of_role(role.id)
    )
    stated = sum(stake.assignment.basis is Basis.STATED for stake in stakes)
    return RoleView(
        role=role,
        retirement=retirement(library, role),
        part_of=link(library, role.part_of),
        among=next(iter(links(filter(None, [among(library, role)]))), None),
        members=links(
            other for other in library.roles if other.part_of == role.id and other.retired is None
        ),
        named_in=passages(library.role_mentions(role.id)),
        stated=stated,
        inferred=len(stakes) - stated,
        squares=tuple(_squares(library, role, whole)),
        counts=dict(
            Counter((stake.assignment.degree, stake.shown.duty.when.kind) for stake in stakes)
        ),
        card=card(stake for stake in stakes if not stake.shown.context.document.sample),
        degrees=tuple(group for degree in Degree if (group := _group(stakes, degree))),
        keeping=_keeping(library, role, stakes),
        guides=tuple(map(door, catalogue.for_role(library, role.id))),
        files=beside(library, Use.CARD, about=role),
        standings={
            id_: standings(library).of(id_)
            for id_ in (role.id, *(stake.shown.duty.id for stake in stakes))
        },
    )


def _group(stakes: tuple[RoleDuty, ...], degree: Degree) -> DegreeGroup | None:
    own = [stake for stake in stakes if stake.assignment.degree is degree]
    if not own:
        return None
    return DegreeGroup(
        degree,
        tuple(stake for stake in own if stake.assignment.basis is Basis.STATED),
        tuple(stake for stake in own if stake.assignment.basis is Basis.INFERRED),
    )


def _squares(library: Library, role: Role, whole: Matrix) -> Iterator[Squares]:
    """One set of squares a document that asks something of the role."""
    for document in library.documents:
        squares = tuple(
            Square(
                measure,
                addresses.of_measure(document, measure),
                whole.cells.get((measure.id, role.id)),
            )
            for measure in document.measures
        )
        duties = sum(len(square.cell.grounds) for square in squares if square.cell)
        if duties:
            yield Squares(document, squares, duties)


def _keeping(library: Library, role: Role, stakes: tuple[RoleDuty, ...]) -> tuple[Keeping, ...]:
    # Who does something himself has evidence to show for it.
    left = Counter(
        evidence.record.id
        for stake in stakes
        if stake.assignment.degree.does
        for evidence in stake.shown.evidence
    )
    return tuple(
        Keeping(record, link(library, record.keeper), record.keeper == role.id, left[record.id])
        for record in library.records
        if record.retired is None and (left[record.id] or record.keeper == role.id)
    )


def pages(library: Library) -> Iterator[Page]:
    """One page a role, retired ones included."""

    @cache
    def whole() -> Matrix:
        return matrix(library)

    for role in library.roles:
        yield Page(
            addresses.of_entry(role),
            "role.html",
            partial(_on_demand, library, role, whole),
            trail=(addresses.ROLES,),
            source=role.place.value.file,
        )


def _on_demand(library: Library, role: Role, whole: Callable[[], Matrix]) -> RoleView:
    return view(library, role, whole())
