"""Self-check items made from the data by rule, each with one right answer and its evidence.

Three kinds: ``cloze`` blanks a name in a clause; ``who`` and ``when`` ask for the stated owner or
rhythm of a duty. Wrong options come from the same registry and are wrong by the data.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import TypeVar

from macros.knowledge import ClauseInContext, DutyInContext, Library, once
from macros.model import Basis, Mechanism, Period, Rhythm, Term

OPTIONS = 4
T = TypeVar("T")


class ItemKind(StrEnum):
    """What an item asks for."""

    CLOZE = "cloze"
    WHO = "who"
    WHEN = "when"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: words of the text, a role's label, or a rhythm.

    ``period`` and ``times`` are set for a rhythm, and ``text`` is then empty.
    """

    text: str = ""
    period: Period | None = None
    times: int = 0


@dataclass(frozen=True, slots=True)
class SelfCheckItem:
    """One self-check item; its evidence is the clause it stands in.

    ``before`` and ``after`` are the clause's words around the blank of a cloze; ``duty`` is the one
    that a who or when asks about. ``right`` is the index of the only right option.
    """

    id: str
    kind: ItemKind
    evidence: ClauseInContext
    options: tuple[Option, ...]
    right: int
    before: str = ""
    after: str = ""
    duty: DutyInContext | None = None


def items(library: Library, clause: ClauseInContext) -> tuple[SelfCheckItem, ...]:
    """Every item that can be made of ``clause``: who, when, then clozes, longest name first.

    Many guides read one clause; its items are made once.
    """
    made = _made(library)
    if clause.clause.id not in made:
        made[clause.clause.id] = _all(library, clause)
    return made[clause.clause.id]


@once
def _made(_: Library) -> dict[str, tuple[SelfCheckItem, ...]]:
    return {}


def _all(library: Library, clause: ClauseInContext) -> tuple[SelfCheckItem, ...]:
    duties = [d for d in library.duties_of_measure(clause.measure.id) if d.clause is clause.clause]
    return (
        *(item for duty in duties for item in _who(library, clause, duty)),
        *(item for duty in duties for item in _when(clause, duty)),
        *_clozes(library, clause),
    )


def _who(library: Library, clause: ClauseInContext, duty: DutyInContext) -> Iterator[SelfCheckItem]:
    """Who leads: only if the text states it, against roles that have no part in the clause."""
    lead = duty.lead
    role = library.role(lead.role) if lead and lead.basis is Basis.STATED else None
    if role is None or any(name in duty.duty.do for name in role.names):
        return
    busy = {who.role for other in clause.clause.duties for who in other.who}
    busy |= library.roles_in(clause.clause.text)
    for who in duty.duty.who:
        busy |= _kin(library, who.role)
    others = [
        r for r in library.roles if r.kind is role.kind and r.id not in busy and not r.retired
    ]
    item_id = f"{duty.duty.id}-who"
    wrong = [Option(r.label) for r in _drawn(item_id, others, lambda r: r.id)]
    yield from _item(item_id, ItemKind.WHO, clause, Option(role.label), wrong, duty=duty)


def _when(clause: ClauseInContext, duty: DutyInContext) -> Iterator[SelfCheckItem]:
    """How often: only for a stated period, against every other period."""
    when = duty.duty.when
    if when.kind is not Rhythm.PERIODIC or when.basis is not Basis.STATED:
        return
    right = Option(period=when.every, times=when.times or 1)
    wrong = [Option(period=p, times=right.times) for p in Period if p is not when.every]
    yield from _item(f"{duty.duty.id}-when", ItemKind.WHEN, clause, right, wrong, duty=duty)


def _clozes(library: Library, clause: ClauseInContext) -> Iterator[SelfCheckItem]:
    """One blank a name, against names of about the same length that the clause does not hold."""
    text = clause.clause.text
    spans = sorted(library.names_in(clause.clause.id), key=lambda s: (s.start - s.end, s.start))
    for span in spans:
        answer = text[span.start : span.end]
        if text.count(answer) > 1 or span.end - span.start < 3:
            continue
        item_id = f"{clause.clause.id}-cloze-{span.start}"
        names = _other_names(library, text, answer)
        wrong = [Option(name) for name in _drawn(item_id, names, str)]
        yield from _item(
            item_id,
            ItemKind.CLOZE,
            clause,
            Option(answer),
            wrong,
            before=text[: span.start],
            after=text[span.end :],
        )


def _other_names(library: Library, text: str, answer: str) -> list[str]:
    """Labels of the same registries, close in length first, none related to the answer."""
    near = (
        entry.label
        for entry in _by_length(library)(len(answer))
        if entry.label not in answer
        and answer not in entry.label
        and not any(name in text for name in entry.names)
    )
    return list(islice(near, 3 * OPTIONS))


@once
def _by_length(library: Library) -> Callable[[int], list[Term | Mechanism]]:
    """For a length the terms and mechanisms in use, those with a label of about that first."""
    entries = [entry for entry in library.glossary if entry.retired is None]
    return cache(
        lambda length: sorted(entries, key=lambda one: (abs(len(one.label) - length), one.label))
    )


def _item(
    item_id: str,
    kind: ItemKind,
    clause: ClauseInContext,
    right: Option,
    wrong: list[Option],
    *,
    before: str = "",
    after: str = "",
    duty: DutyInContext | None = None,
) -> Iterator[SelfCheckItem]:
    """The item, its options in an order that gives nothing away; none without enough wrong ones."""
    wrong = [option for option in dict.fromkeys(wrong) if option != right][: OPTIONS - 1]
    if len(wrong) < OPTIONS - 1:
        return
    options = sorted((right, *wrong), key=lambda o: _draw(item_id, repr(o)))
    yield SelfCheckItem(
        item_id, kind, clause, tuple(options), options.index(right), before, after, duty
    )


def _kin(library: Library, role_id: str) -> set[str]:
    """The role, all wholes it is part of, and all its parts: none of them is surely wrong."""
    return {
        other.id
        for other in library.roles
        if role_id in library.wholes(other.id) or other.id in library.wholes(role_id)
    }


def _drawn(item_id: str, things: Iterable[T], key: Callable[[T], str]) -> list[T]:
    """``things`` in an order drawn by lot for this item."""
    return sorted(things, key=lambda thing: _draw(item_id, key(thing)))


def _draw(item_id: str, option: str) -> str:
    """A lot that depends on the item and the option alone."""
    return hashlib.sha256(f"{item_id}\0{option}".encode()).hexdigest()
