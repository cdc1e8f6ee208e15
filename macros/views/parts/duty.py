"""A duty as tables and lists show it: where it stands, who takes part, when, with what evidence."""

from __future__ import annotations

from dataclasses import dataclass

from macros.knowledge import DutyInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.model import (
    Assignment,
    Basis,
    Degree,
    Duty,
    EvidenceRecord,
    Measure,
    Mechanism,
    Period,
    Rhythm,
    Role,
    Timing,
)


@dataclass(frozen=True, slots=True)
class Party:
    """A role with its part in one duty."""

    role: Role
    assignment: Assignment
    address: Address


@dataclass(frozen=True, slots=True)
class Carrier:
    """A mechanism that carries a duty."""

    mechanism: Mechanism
    basis: Basis
    address: Address


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record that a duty leaves behind."""

    record: EvidenceRecord
    basis: Basis


@dataclass(frozen=True, slots=True)
class DutyView:
    """One duty, ready to be shown.

    ``address`` is the duty on its measure's page, ``passage`` the clause there. ``parties`` are in
    the order of the data.
    """

    context: DutyInContext
    address: Address
    passage: Address
    parties: tuple[Party, ...]
    carriers: tuple[Carrier, ...]
    evidence: tuple[Evidence, ...]

    @property
    def duty(self) -> Duty:
        """The duty itself."""
        return self.context.duty

    @property
    def measure(self) -> Measure:
        """The measure it belongs to."""
        return self.context.measure

    def of(self, degree: Degree) -> tuple[Party, ...]:
        """Those who take part in this degree."""
        return tuple(party for party in self.parties if party.assignment.degree == degree)


def view(library: Library, context: DutyInContext) -> DutyView:
    """The view of one duty; ids that the library does not hold are left out."""
    duty = context.duty
    return DutyView(
        context=context,
        address=addresses.of_duty(context),
        passage=addresses.of_clause(context),
        parties=tuple(
            Party(role, who, addresses.of_entry(role))
            for who in duty.who
            if (role := library.role(who.role))
        ),
        carriers=tuple(
            Carrier(mechanism, use.basis, addresses.of_entry(mechanism))
            for use in duty.mechanisms
            if (mechanism := library.mechanism(use.mechanism))
        ),
        evidence=tuple(
            Evidence(record, use.basis)
            for use in duty.records
            if (record := library.record(use.record))
        ),
    )


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The kind of a rhythm and, for a periodic one, its period."""

    kind: Rhythm
    period: Period | None = None

    @property
    def name(self) -> str:
        """One word for it: ``term``, ``event`` …, as in filters and shared addresses."""
        return self.period or self.kind


# In the order of a calendar, from what comes most often to what never ends.
BEATS = (
    *(Recurrence(Rhythm.PERIODIC, period) for period in Period),
    Recurrence(Rhythm.EVENT),
    Recurrence(Rhythm.DEADLINE),
    Recurrence(Rhythm.ONCE),
    Recurrence(Rhythm.CONTINUOUS),
)


def beat(when: Timing) -> Recurrence:
    """The beat of a timing."""
    return Recurrence(when.kind, when.every if when.kind is Rhythm.PERIODIC else None)
