"""A mechanism's page: what it is, where the text names it, who runs it, what it carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import DutyInContext, Library, addresses
from macros.model import Basis, EvidenceRecord, Mechanism
from macros.views.page import Page
from macros.views.parts import duty
from macros.views.parts.duty import DutyView
from macros.views.parts.entry import Link, Meaning, Retirement, link, meaning, retirement
from macros.views.parts.mentions import (
    MentioningClause,
    MentioningTitle,
    Neighbour,
    neighbours,
    passages,
    titles,
)


@dataclass(frozen=True, slots=True)
class Runner:
    """A role that leads duties the mechanism carries, and in how many the text says so."""

    role: Link
    duties: int
    stated: int


@dataclass(frozen=True, slots=True)
class MechanismDuty:
    """A duty the mechanism carries; ``basis`` says whether its clause names the mechanism."""

    shown: DutyView
    basis: Basis


@dataclass(frozen=True, slots=True)
class MechanismView:
    """What stands on a mechanism's page."""

    mechanism: Mechanism
    retirement: Retirement | None
    meaning: Meaning
    titles: tuple[MentioningTitle, ...]
    passages: tuple[MentioningClause, ...]
    runners: tuple[Runner, ...]
    carried: tuple[MechanismDuty, ...]
    records: tuple[tuple[EvidenceRecord, int], ...]
    neighbours: tuple[Neighbour, ...]


def view(library: Library, mechanism: Mechanism) -> MechanismView:
    """The view of one mechanism."""
    duties = library.duties_of_mechanism(mechanism.id)
    carried = tuple(
        MechanismDuty(duty.view(library, found), use.basis)
        for found in duties
        for use in found.duty.mechanisms
        if use.mechanism == mechanism.id
    )
    return MechanismView(
        mechanism,
        retirement(library, mechanism),
        meaning(library, mechanism),
        titles(library, mechanism.id),
        passages(library.mentions(mechanism.id)),
        _runners(library, duties),
        carried,
        _records(carried),
        neighbours(library, mechanism.id),
    )


def _runners(library: Library, duties: tuple[DutyInContext, ...]) -> tuple[Runner, ...]:
    leads = [lead for found in duties if (lead := found.lead)]
    runners = [
        Runner(
            role,
            sum(lead.role == id_ for lead in leads),
            sum(lead.role == id_ and lead.basis is Basis.STATED for lead in leads),
        )
        for id_ in dict.fromkeys(lead.role for lead in leads)
        if (role := link(library, id_))
    ]
    return tuple(sorted(runners, key=lambda runner: (-runner.duties, -runner.stated)))


def _records(carried: tuple[MechanismDuty, ...]) -> tuple[tuple[EvidenceRecord, int], ...]:
    counts: dict[str, tuple[EvidenceRecord, int]] = {}
    for item in carried:
        for evidence in item.shown.evidence:
            record = evidence.record
            counts[record.id] = (record, counts.get(record.id, (record, 0))[1] + 1)
    return tuple(counts.values())


def pages(library: Library) -> Iterator[Page]:
    """One page a mechanism, retired ones included."""
    for mechanism in library.mechanisms:
        yield Page(
            addresses.of_entry(mechanism),
            "mechanism.html",
            partial(view, library, mechanism),
            trail=(addresses.MECHANISMS,),
            source=mechanism.place.value.file,
        )
