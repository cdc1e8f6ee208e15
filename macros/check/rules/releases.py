"""H0x: what a release tells readers agrees with the releases around it and with the data."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.check.rules import named_ids
from macros.check.rules.named_ids import Use
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model.release import Release, What
from macros.text.diagnostics import Diagnostic

# Kinds of change that concern no entry with an id that others could name.
_WITHOUT_ID = frozenset({"library", "search", "pace", "review", "reviewrule", "release"})


def date_before_the_last(library: Library) -> Iterator[Diagnostic]:
    """A release is not dated earlier than the version before it."""
    for before, release in pairwise(library.releases):
        if release.date < before.date:
            params = {
                "version": release.version,
                "date": release.date,
                "before": before.version,
                "earlier": before.date,
            }
            at = release.place.at("date")
            yield Diagnostic("H01", at, params, also=(before.place.at("date"),))


def entry_without_trace(library: Library) -> Iterator[Diagnostic]:
    """What a release says was added or changed is still there, or a later one says it went.

    The same for the roles and duties that it names. An entry that a later release gave another id
    is known by that.
    """
    known = {id_ for id_, _ in library.identified()}
    for release in reversed(library.releases):
        # From now backwards: before a release there was what it dropped or gave another id.
        gone = {change.entry for change in release.changes if change.what is What.DROPPED}
        params = {"version": release.version}
        yield from named_ids.unknown("H02", _named(release), known | gone, params, typed=False)
        known |= gone | {id_ for change in release.changes for id_ in change.was}


def shift_from_nothing_to_nothing(library: Library) -> Iterator[Diagnostic]:
    """A role had a part in what a release says changed for it, or has one now."""
    for release in library.releases:
        for impact in release.whom:
            for shift in impact.shifts:
                if shift.old is None and shift.new is None:
                    params = {"version": release.version, "id": shift.duties[0]}
                    at = shift.place.at("duties", 0)
                    yield Diagnostic("H03", at, {**params, "role": impact.name})


RULES = (
    Rule("H01", date_before_the_last),
    Rule("H02", entry_without_trace, whole=True),
    Rule("H03", shift_from_nothing_to_nothing),
)


def _named(release: Release) -> Iterator[Use]:
    """Every id that a release speaks of, with its place."""
    for change in release.changes:
        if change.kind not in _WITHOUT_ID and change.what is not What.DROPPED:
            yield change.entry, change.place.at("entry")
    for impact in release.whom:
        yield impact.role, impact.place.at("role")
        for shift in impact.shifts:
            for index, duty in enumerate(shift.duties):
                yield duty, shift.place.at("duties", index)
