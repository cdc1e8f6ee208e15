"""The task ledger: every duty of the library as one row, with what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Basis, Degree, Document, Measure, Part, Share
from macros.views.offers import Offer, Use, beside
from macros.views.page import Page
from macros.views.parts import choices, duty
from macros.views.parts.choices import RoleChoice, ThemeChoice
from macros.views.parts.duty import BEATS, DutyView, Recurrence, beat


@dataclass(frozen=True, slots=True)
class PartyColumn:
    """The roles of these degrees stand in one column; ``name`` is that of its style."""

    name: str
    degrees: tuple[Degree, ...]


COLUMNS = (
    PartyColumn("lead", (Degree.LEAD,)),
    PartyColumn("with", tuple(one for one in Degree if one.does and one is not Degree.LEAD)),
    PartyColumn("watch", tuple(one for one in Degree if one.meaning.share is Share.WATCHES)),
    PartyColumn("target", tuple(one for one in Degree if one.meaning.share is Share.RECEIVES)),
)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One duty.

    ``number`` is its place in the whole ledger and ``lead`` that of its lead among all roles, both
    for sorting; ``themes`` are those of its measure with all broader ones, each once.
    """

    number: int
    duty: DutyView
    beat: Recurrence
    lead: int
    themes: tuple[str, ...]

    @property
    def pace(self) -> int:
        """The place of its beat in the order of a calendar."""
        return BEATS.index(self.beat)


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """The duties of one measure."""

    document: Document
    measure: Measure
    part: Part | None
    address: Address
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """What stands on the ledger page: the rows, what each filter offers, and the files."""

    groups: tuple[LedgerGroup, ...]
    documents: tuple[Document, ...]
    parts: tuple[Part, ...]
    roles: tuple[RoleChoice, ...]
    beats: tuple[Recurrence, ...]
    themes: tuple[ThemeChoice, ...]
    files: tuple[Offer, ...]
    columns: tuple[PartyColumn, ...] = COLUMNS

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """All rows, in the order of the text."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def stated(self) -> int:
        """The number of duties whose lead the text itself states."""
        leads = (row.duty.context.lead for row in self.rows)
        return sum(lead is not None and lead.basis is Basis.STATED for lead in leads)


def view(library: Library) -> LedgerView:
    """The view of the ledger page."""
    rows = tuple(_rows(library))
    met = {row.beat for row in rows}
    return LedgerView(
        tuple(_groups(rows)),
        choices.documents(library),
        tuple(part for doc in library.documents for part in doc.parts),
        choices.roles(library),
        tuple(at for at in BEATS if at in met),
        choices.themes(library),
        beside(library, Use.WORKBOOK, Use.LEDGER),
    )


def _rows(library: Library) -> Iterator[LedgerRow]:
    places = {role.id: place for place, role in enumerate(library.roles)}
    themes = {
        measure.id: tuple(
            dict.fromkeys(theme for id_ in measure.themes for theme in library.broader(id_))
        )
        for measure in library.measures
    }
    for number, found in enumerate(library.duties, start=1):
        lead = places.get(found.lead.role, len(places)) if found.lead else len(places)
        yield LedgerRow(
            number,
            duty.view(library, found),
            beat(found.duty.when),
            lead,
            themes[found.measure.id],
        )


def _groups(rows: tuple[LedgerRow, ...]) -> Iterator[LedgerGroup]:
    for _, together in groupby(rows, key=lambda row: row.duty.measure.id):
        group = tuple(together)
        context = group[0].duty.context
        address = addresses.of_measure(context.document, context.measure)
        yield LedgerGroup(context.document, context.measure, context.part, address, group)


def pages(library: Library) -> Iterator[Page]:
    """The one ledger page."""
    yield Page(addresses.LEDGER, "ledger.html", partial(view, library), wide=True)
