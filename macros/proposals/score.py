"""How good proposals are: held against the duties that editors made of the same clauses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.library import ClauseInContext, Library
from macros.model import Basis, Document, Timing
from macros.proposals import found

Claims = frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the claims on one kind were proposed.

    A claim is a role, a rhythm or a mechanism that a clause's duties have on stated grounds, once
    a clause. ``both`` were proposed and made, ``proposed`` and ``made`` are the totals.
    """

    kind: str
    both: int
    proposed: int
    made: int

    @property
    def precision(self) -> float:
        """The share of proposals that became claims; 1 if nothing was proposed."""
        return self.both / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """The share of claims that were proposed; 1 if none was made."""
        return self.both / self.made if self.made else 1.0


def scores(library: Library, document: Document) -> tuple[Score, ...]:
    """The scores for roles, rhythms and mechanisms of the clauses that have duties."""
    clauses = [
        clause
        for clause in library.clauses
        if clause.document.id == document.id and clause.clause.duties
    ]
    return tuple(_score(kind, library, clauses, *sides) for kind, sides in _KINDS.items())


def _score(
    kind: str,
    library: Library,
    clauses: list[ClauseInContext],
    proposed: Callable[[Library, ClauseInContext], Claims],
    made: Callable[[ClauseInContext], Claims],
) -> Score:
    pairs = [(proposed(library, clause), made(clause)) for clause in clauses]
    return Score(
        kind,
        sum(len(mine & theirs) for mine, theirs in pairs),
        sum(len(mine) for mine, _ in pairs),
        sum(len(theirs) for _, theirs in pairs),
    )


def _roles(library: Library, clause: ClauseInContext) -> Claims:
    return frozenset(span.entry for span in found.roles(library, clause))


def _rhythms(_: Library, clause: ClauseInContext) -> Claims:
    return frozenset(_beat(beat.timing) for beat in found.rhythms(clause.clause.text))


def _mechanisms(library: Library, clause: ClauseInContext) -> Claims:
    return frozenset(span.entry for span in found.mechanisms(library, clause))


def _beat(timing: Timing) -> str:
    return f"{timing.kind} {timing.every or ''}"


def _made_roles(clause: ClauseInContext) -> Claims:
    return frozenset(
        who.role
        for duty in clause.clause.duties
        for who in duty.who
        if who.basis is Basis.STATED and duty.retired is None
    )


def _made_rhythms(clause: ClauseInContext) -> Claims:
    return frozenset(
        _beat(duty.when)
        for duty in clause.clause.duties
        if duty.when.basis is Basis.STATED and duty.retired is None
    )


def _made_mechanisms(clause: ClauseInContext) -> Claims:
    return frozenset(
        use.mechanism
        for duty in clause.clause.duties
        for use in duty.mechanisms
        if use.basis is Basis.STATED and duty.retired is None
    )


_KINDS = {
    "roles": (_roles, _made_roles),
    "rhythms": (_rhythms, _made_rhythms),
    "mechanisms": (_mechanisms, _made_mechanisms),
}
