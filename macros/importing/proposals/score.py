"""How good proposals are: held against the duties that editors made of the same clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from macros.importing.proposals import found
from macros.knowledge import ClauseInContext, Library
from macros.model import Basis, Clause, Document, Duty, Timing

_Proposed = Callable[[Library, ClauseInContext], Iterable[str]]
_Claimed = Callable[[Duty], Iterable[tuple[str, Basis]]]


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
    proposed: _Proposed,
    claimed: _Claimed,
) -> Score:
    pairs = [
        (frozenset(proposed(library, clause)), _made(clause.clause, claimed)) for clause in clauses
    ]
    return Score(
        kind,
        sum(len(mine & theirs) for mine, theirs in pairs),
        sum(len(mine) for mine, _ in pairs),
        sum(len(theirs) for _, theirs in pairs),
    )


def _made(clause: Clause, claimed: _Claimed) -> frozenset[str]:
    """What the duties of a clause claim on stated grounds."""
    holding = (duty for duty in clause.duties if duty.retired is None)
    claims = (claim for duty in holding for claim in claimed(duty))
    return frozenset(what for what, basis in claims if basis is Basis.STATED)


def _beat(timing: Timing) -> str:
    return f"{timing.kind} {timing.every or ''}"


# For each kind what is proposed for a clause, and what a duty claims with which basis.
_KINDS: Mapping[str, tuple[_Proposed, _Claimed]] = {
    "roles": (
        lambda library, clause: (span.entry for span in found.roles(library, clause)),
        lambda duty: ((who.role, who.basis) for who in duty.who),
    ),
    "rhythms": (
        lambda _, clause: (_beat(beat.timing) for beat in found.rhythms(clause.clause.text)),
        lambda duty: ((_beat(duty.when), duty.when.basis),),
    ),
    "mechanisms": (
        lambda library, clause: (span.entry for span in found.mechanisms(library, clause)),
        lambda duty: ((use.mechanism, use.basis) for use in duty.mechanisms),
    ),
}
