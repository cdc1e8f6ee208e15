"""All changes between two libraries as a reader meets them: in short, for whom, then one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.changes.catalogue import has, say
from macros.changes.telling import Line, Names, lines
from macros.dependants import Moved
from macros.history import Change, Changes, Impact, Shift, What

# What stands in a measure, and is told under it.
_INSIDE = ("measure", "clause", "duty", "question")
# Fields of a measure or part that say where it stands, not what it says.
_NUMBERS = frozenset({"number", "numeral"})


@dataclass(frozen=True, slots=True)
class Told:
    """One entry: what happened to it, what it is called, and what differs in it.

    ``head`` cites measures and clauses by the numbers they had then.
    """

    what: What
    happened: str
    kind: str
    entry: str
    head: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is told together: a measure with all that stands in it, or a kind of entry.

    ``entry`` is the measure's id, or "".
    """

    title: str
    entry: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ForRole:
    """What changes for one role: the sentence, and the duties behind each part of it."""

    role: str
    name: str
    sentence: str
    parts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """Something that changed, and what rests on it: kinds of entries, each with ids and names."""

    ground: str
    name: str
    kinds: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything, ready to be laid out; ``summary`` is "" if nothing changed."""

    summary: str
    whom: tuple[ForRole, ...]
    again: tuple[ToLookAt, ...]
    renumbered: tuple[str, ...]
    sections: tuple[Section, ...]


def report(changes: Changes, names: Names, rest: Iterable[Moved] = ()) -> Report:
    """``changes`` as a report; ``names`` are those of all entries, ``rest`` what rests on them."""
    touched = {change.within for change in changes.changes if not _only_renamed(change)}
    moved = tuple(
        change
        for change in changes.changes
        if _is_renumbered(change) and change.entry not in touched
    )
    counted_on = {change.entry for change in moved}
    told = tuple(
        change
        for change in changes.changes
        if change.entry not in counted_on and change.within not in counted_on
    )
    return Report(
        summary=_summary(changes.changes),
        whom=tuple(_for_role(impact, names) for impact in changes.whom),
        again=tuple(_to_look_at(rest, names)),
        renumbered=tuple(_renumbered(moved)),
        sections=tuple(_sections(told, names)),
    )


# --- in short -------------------------------------------------------------------------------------


def _summary(changes: tuple[Change, ...]) -> str:
    """How many entries of each kind came, changed and went."""
    if not changes:
        return ""
    counted: dict[str, Counter[What]] = {}
    for change in changes:
        counted.setdefault(change.kind, Counter())[change.what] += 1
    kinds = (
        say(
            "report.count",
            kind=kind_name(kind),
            counts=say("and").join(
                say("report.counts", what=say(f"what.{what}"), count=counts[what])
                for what in What
                if counts[what]
            ),
        )
        for kind, counts in counted.items()
    )
    return say("report.total", total=len(changes), kinds=say("then").join(kinds))


def kind_name(kind: str) -> str:
    """What readers call a kind of entry."""
    key = f"kind.{kind}"
    return say(key) if has(key) else kind


# --- for whom -------------------------------------------------------------------------------------


def _for_role(impact: Impact, names: Names) -> ForRole:
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
    parts = ((_part(shift), _duties(shift, names)) for shift in impact.shifts)
    return ForRole(impact.role, impact.name, say("whom.and").join(sentences), tuple(parts))


def _counted(key: str, shifts: list[Shift]) -> Iterator[str]:
    if shifts:
        degrees = say("and").join(
            say("whom.degree", degree=_degree(s.new or s.old), count=len(s.duties)) for s in shifts
        )
        yield say(key, count=sum(len(s.duties) for s in shifts), degrees=degrees)


def _part(shift: Shift) -> str:
    """The part in the duties of a shift, in words: newly the lead, no longer support."""
    if shift.old is None or shift.new is None:
        what = What.ADDED if shift.old is None else What.DROPPED
        return say("whom.degree", degree=say(f"what.{what}"), count=_degree(shift.new or shift.old))
    if shift.old == shift.new:
        return say("whom.degree", degree=say("what.changed"), count=_degree(shift.new))
    return say("turned", old=_degree(shift.old), new=_degree(shift.new))


def _duties(shift: Shift, names: Names) -> tuple[tuple[str, str], ...]:
    return tuple((id_, names.get(id_, id_)) for id_ in shift.duties)


def _degree(degree: str | None) -> str:
    return say(f"value.as.{degree}")


# --- to be looked at again ------------------------------------------------------------------------


def _to_look_at(rest: Iterable[Moved], names: Names) -> Iterator[ToLookAt]:
    """By what changed, so that a reader who has seen it goes through all that rests on it.

    What changed itself is told one by one and left out here.
    """
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for one in rest:
        for _, ground in () if one.itself else one.grounds:
            if ground != one.entry.id:
                named = one.entry.id, _name(one.entry.id, names)
                kinds = found.setdefault(ground, {})
                kinds.setdefault(kind_name(one.entry.kind), []).append(named)
    for ground, kinds in found.items():
        told = tuple((kind, tuple(dict.fromkeys(named))) for kind, named in kinds.items())
        yield ToLookAt(ground, names.get(ground, ground), told)


def _name(id_: str, names: Names) -> str:
    """What an entry is called; of a relation, both its ends."""
    return "\N{RIGHTWARDS ARROW}".join(names.get(end, end) for end in id_.split("/"))


# --- one by one -----------------------------------------------------------------------------------


def _is_renumbered(change: Change) -> bool:
    """Whether a measure only stands elsewhere."""
    fields = {field.at[0] for field in change.fields}
    changed = change.kind == "measure" and change.what is What.CHANGED
    return changed and "number" in fields and fields <= _NUMBERS


def _only_renamed(change: Change) -> bool:
    return change.renamed and not change.fields


def _renumbered(moved: tuple[Change, ...]) -> Iterator[str]:
    """Measures that count on, as stretches with one distance."""
    pairs = [
        (int(field.old), int(field.new))
        for change in moved
        for field in change.fields
        if field.at == ("number",) and field.old and field.new
    ]
    for _, group in groupby(enumerate(pairs), lambda n: (n[1][0] - n[0], n[1][1] - n[0])):
        stretch = [pair for _, pair in group]
        (first, now), (last, now_last) = stretch[0], stretch[-1]
        key = "report.renumbered.line" if len(stretch) == 1 else "report.renumbered.lines"
        yield say(key, first=first, last=last, now=now, now_last=now_last)


def _sections(changes: tuple[Change, ...], names: Names) -> Iterator[Section]:
    """The changes by measure, in the order met; all others by kind."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        inside = change.kind in _INSIDE
        home = change.entry if change.kind == "measure" else change.within or change.entry
        found.setdefault((home, "") if inside else ("", change.kind), []).append(change)
    for (home, kind), members in found.items():
        told = tuple(_told(change, names, home) for change in members)
        yield Section(_title(home, kind, members, names), home, told)


def _title(home: str, kind: str, members: list[Change], names: Names) -> str:
    if kind:
        return kind_name(kind)
    own = next((change for change in members if change.entry == home), None)
    return head(own) if own else names.get(home, home)


def _told(change: Change, names: Names, home: str) -> Told:
    return Told(
        change.what,
        say("what.retired" if _is_retired(change) else f"what.{change.what}"),
        change.kind,
        change.entry,
        say("head.own") if change.entry == home else head(change),
        tuple(lines(change, names)),
    )


def _is_retired(change: Change) -> bool:
    """Whether an entry is no longer used, though its address still answers."""
    return any(field.at == ("retired",) and field.old is None for field in change.fields)


def head(change: Change) -> str:
    """What an entry is called where it is told."""
    key = f"head.{change.kind}"
    return say(
        key if has(key) else "head.other",
        number=change.number or "",
        name=change.name or change.entry,
    )
