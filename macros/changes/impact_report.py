"""The impact on each role in one sentence, with the duties behind it, and what to review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.changes.sentences import Names, called, kind_name
from macros.knowledge.reviews import Moved
from macros.model import Degree
from macros.model.release import Change, Impact, Shift
from macros.words.changes import say
from macros.words.vocabulary import word


@dataclass(frozen=True, slots=True)
class Concerned:
    """A duty whose part or words changed for a role.

    ``cited`` is where it stood then, and ``told`` the entry under which the change is told: its
    own, or its clause's or measure's; both are "" if there is none.
    """

    id: str
    name: str
    cited: str
    told: str


@dataclass(frozen=True, slots=True)
class ForRole:
    """What changes for one role: the sentence, and the duties behind each part of it."""

    role: str
    name: str
    sentence: str
    parts: tuple[tuple[str, tuple[Concerned, ...]], ...]


def for_role(impact: Impact, changes: Mapping[str, Change], names: Names) -> ForRole:
    """``changes`` are those of the text that are told one by one, by entry."""
    came = [shift for shift in impact.shifts if shift.old is None]
    went = [shift for shift in impact.shifts if shift.new is None]
    turned = [s for s in impact.shifts if s.old and s.new and s.old != s.new]
    same = [s for s in impact.shifts if s.old and s.old == s.new]
    sentences = [
        *_counted("whom.came", came),
        *(
            say("whom.turned", old=_degree(s.old), new=_degree(s.new), count=len(s.duties))
            for s in turned
        ),
        *_counted("whom.same", same),
        *_counted("whom.went", went),
    ]
    parts = tuple(
        (_part(shift), tuple(_concerned(id_, changes, names) for id_ in shift.duties))
        for shift in impact.shifts
    )
    return ForRole(impact.role, impact.name, say("whom.and").join(sentences), parts)


def _counted(key: str, shifts: list[Shift]) -> Iterator[str]:
    counts = [(_degree(s.new or s.old), len(s.duties)) for s in shifts]
    if len(counts) == 1:
        yield say(key, count=counts[0][1], degrees=counts[0][0])
    elif counts:
        each = (say("whom.degree", degree=degree, count=count) for degree, count in counts)
        yield say(key, count=sum(count for _, count in counts), degrees=say("and").join(each))


def _part(shift: Shift) -> str:
    """The part in the duties of a shift, in words: newly the lead, no longer support."""
    if shift.old and shift.new and shift.old != shift.new:
        return say("turned", old=_degree(shift.old), new=_degree(shift.new))
    key = "came" if shift.old is None else "went" if shift.new is None else "same"
    return say(f"whom.part.{key}", degree=_degree(shift.new or shift.old))


def _degree(degree: Degree | None) -> str:
    assert degree  # a shift has an old degree, a new one or both
    return word(degree)


def _concerned(id_: str, changes: Mapping[str, Change], names: Names) -> Concerned:
    own = changes.get(id_)
    told = next((one for one in _upwards(id_, names) if one in changes), "")
    at = changes[told] if told else None
    return Concerned(
        id_,
        own.name if own else called(id_, names),
        at.cited + at.passage if at else "",
        told,
    )


def _upwards(id_: str, names: Names) -> Iterator[str]:
    """An entry and all that it stands in, nearest first."""
    while id_:
        yield id_
        id_ = names[id_].parent if id_ in names else ""


Entries = tuple[tuple[str, str], ...]
"""Ids with names."""


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """Entries that rest on the same changed ``grounds``, as kinds of entries."""

    grounds: Entries
    kinds: tuple[tuple[str, Entries], ...]


def to_look_at(rest: Iterable[Moved], changed: frozenset[str], names: Names) -> Iterator[ToLookAt]:
    """Each entry once, with all that changed below it, in the order met.

    So a reader who has seen a change goes through what rests on it. Entries that ``changed``
    themselves are told one by one and left out here.
    """
    found: dict[tuple[str, ...], dict[str, list[tuple[str, str]]]] = {}
    for one in rest:
        if one.itself or one.entry.id in changed:
            continue
        kinds = found.setdefault(tuple(dict.fromkeys(id_ for _, id_ in one.grounds)), {})
        named = one.entry.id, _name(one.entry.id, names)
        kinds.setdefault(kind_name(one.entry.kind), []).append(named)
    for grounds, kinds in found.items():
        yield ToLookAt(
            tuple((id_, called(id_, names)) for id_ in grounds),
            tuple((kind, tuple(named)) for kind, named in kinds.items()),
        )


def _name(id_: str, names: Names) -> str:
    """What an entry is called; of a relation, both its ends."""
    return "\N{RIGHTWARDS ARROW}".join(called(end, names) for end in id_.split("/"))
