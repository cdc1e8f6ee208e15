"""The mechanisms' index: every named system, meeting, project and appraisal, by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Measure, Mechanism, MechanismKind, Status
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts.entry import Link, Meaning, meaning, retired


@dataclass(frozen=True, slots=True)
class MechanismRow:
    """One mechanism with how many duties it carries; ``measures`` name it or hold one of them."""

    mechanism: Mechanism
    address: Address
    meaning: Meaning
    duties: int
    measures: tuple[tuple[Measure, Address], ...]


@dataclass(frozen=True, slots=True)
class MechanismsView:
    """What stands on the mechanisms' index; ``pending`` counts those without a definition."""

    kinds: tuple[tuple[MechanismKind, tuple[MechanismRow, ...]], ...]
    total: int
    pending: int
    retired: tuple[Link, ...]
    files: tuple[Offer, ...]


def view(library: Library) -> MechanismsView:
    """The view of all mechanisms."""
    rows = [_row(library, found) for found in library.mechanisms if found.retired is None]
    return MechanismsView(
        tuple(
            (kind, own)
            for kind in MechanismKind
            if (own := tuple(row for row in rows if row.mechanism.kind is kind))
        ),
        len(rows),
        sum(row.mechanism.status is Status.PENDING for row in rows),
        retired(library.mechanisms),
        beside(library, Use.WORKBOOK),
    )


def _row(library: Library, mechanism: Mechanism) -> MechanismRow:
    duties = library.duties_of_mechanism(mechanism.id)
    named_in = {mention.context.measure.id for mention in library.mentions(mechanism.id)}
    carried_in = {found.measure.id for found in duties}
    return MechanismRow(
        mechanism,
        addresses.of_entry(mechanism),
        meaning(library, mechanism),
        len(duties),
        tuple(
            (measure, addresses.of_measure(library.document_of(measure), measure))
            for measure in library.measures
            if measure.id in named_in | carried_in
        ),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.MECHANISMS, "mechanisms.html", partial(view, library))
