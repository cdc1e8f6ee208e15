"""All changes between two libraries as a reader meets them: in short, for whom, then one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.changes.impact_report import ForRole, ToLookAt, for_role, to_look_at
from macros.changes.sentences import ChangeLine, Names, called, kind_name, lines
from macros.knowledge.citations import numbered
from macros.knowledge.reviews import Moved
from macros.model.release import Change, Changes, What
from macros.words.changes import has, say
from macros.words.vocabulary import word

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
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is told together: a measure with all that stands in it, or a kind of entry.

    ``entry`` is the measure's id, or "".
    """

    title: str
    entry: str
    told: tuple[Told, ...]


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
    read = {change.entry: change for change in told if change.kind in _INSIDE}
    changed = frozenset(change.entry for change in changes.changes)
    return Report(
        summary=_summary(changes.changes),
        whom=tuple(for_role(impact, read, names) for impact in changes.whom),
        again=tuple(to_look_at(rest, changed, names)),
        renumbered=tuple(_renumbered(moved)),
        sections=tuple(_sections(told, names)),
    )


# --- in short -------------------------------------------------------------------------------------


def _summary(changes: tuple[Change, ...]) -> str:
    """How many entries of each kind came, went, were retired, changed or only count on."""
    if not changes:
        return ""
    counted: dict[str, Counter[str]] = {}
    for change in changes:
        what = "renumbered" if _is_renumbered(change) else change.what.value
        counted.setdefault(change.kind, Counter())[what] += 1
    kinds = (
        say(
            "report.count",
            kind=kind_name(kind),
            counts=say("and").join(
                say("report.counts", what=_happened(what), count=counts[what])
                for what in (*What, "renumbered")
                if counts[what]
            ),
        )
        for kind, counts in sorted(counted.items(), key=lambda one: one[0] not in _INSIDE)
    )
    return say("report.total", total=len(changes), kinds=say("then").join(kinds))


def _happened(what: What | str) -> str:
    return word(what) if isinstance(what, What) else say(f"what.{what}")


# --- one by one -----------------------------------------------------------------------------------


def _is_renumbered(change: Change) -> bool:
    """Whether a measure only stands elsewhere."""
    fields = {field.at[0] for field in change.fields}
    changed = change.kind == "measure" and change.what is What.CHANGED
    return changed and _distance(change) is not None and fields <= _NUMBERS


def _distance(change: Change) -> int | None:
    """How far the rank of a measure moved; None if it did not."""
    for field in change.fields:
        old, new = field.old or "", field.new or ""
        if field.at == ("number",) and old.isdecimal() and new.isdecimal():
            return int(new) - int(old)
    return None


def _only_renamed(change: Change) -> bool:
    return change.renamed and not change.fields


def _renumbered(moved: tuple[Change, ...]) -> Iterator[str]:
    """Measures that count on, as stretches with one distance within one document."""
    for (document, _, kept), group in groupby(map(_moved, moved), lambda one: one[:3]):
        stretch = [*group]
        (*_, first, now), (*_, last, now_last) = stretch[0], stretch[-1]
        count = len(stretch)
        key = "kept" if kept else "line" if count == 1 else "lines"
        cited = {"first": first, "last": last, "now": now, "now_last": now_last}
        words = say(f"report.renumbered.{key}", **cited, count=count)
        yield say("report.renumbered.of", document=document, words=words) if document else words


def _moved(change: Change) -> tuple[str, int, bool, str, str]:
    """Of a measure: its document as cited, how far it moved, if only its rank did, was and is."""
    far = _distance(change) or 0
    printed = max(change.fields, key=lambda field: field.at == ("numeral",))
    now = numbered(printed.new or "")
    if not change.cited.endswith(now):
        return "", far, True, change.cited, change.cited
    return change.cited.removesuffix(now), far, False, numbered(printed.old or ""), now


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
    return head(own) if own else members[0].cited or called(home, names)


def _told(change: Change, names: Names, home: str) -> Told:
    return Told(
        change.what,
        word(change.what),
        change.kind,
        change.entry,
        say("head.own") if change.entry == home else head(change),
        tuple(lines(change, names)),
    )


def head(change: Change) -> str:
    """What an entry is called where it is told."""
    key = f"head.{change.kind}"
    return say(
        key if has(key) else "head.other",
        # The first records had but a number.
        cited=change.cited or numbered(str(change.number)),
        passage=change.passage or say("head.whole"),
        name=change.name or change.entry,
    )
