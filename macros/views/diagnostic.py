"""The page of one code: what it says, why, what to do, a bad and a good example, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.text.difference import DifferencePart, Fate, runs
from macros.views import diagnostics
from macros.views.diagnostics import CodeEntry, Family, Stretches, filled
from macros.views.page import Page, in_a_row
from macros.words import messages

# So many others of its family are named on a page.
NEAR = 6
# What two examples must have in common, from 0 to 1, for their difference to be worth showing.
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class DiagnosticView:
    """What stands on a code's page; ``why`` is "" where there is no more to say.

    In ``bad`` and ``good`` what the other has not is singled out. ``near`` are the codes around
    this one in its family, ascending.
    """

    entry: CodeEntry
    family: Family
    hint: Stretches
    why: str
    bad: Stretches
    good: Stretches
    near: tuple[CodeEntry, ...]


def view(family: Family, entry: CodeEntry) -> DiagnosticView:
    """The view of one code of a family."""
    words = messages.message(entry.code)
    bad, good = _apart(words.bad, words.good)
    near = _near(family, entry)
    return DiagnosticView(entry, family, filled(words.hint), words.why, bad, good, near)


def _apart(bad: str, good: str) -> tuple[Stretches, Stretches]:
    """Two examples, with what differs singled out unless they have little in common."""
    found = runs(bad, good)
    same = sum(len(run.text) for run in found if run.fate is Fate.SAME)
    if same < _ALIKE * max(len(bad), len(good)):
        return ((bad, False),), ((good, False),)
    return _only(found, Fate.OLD), _only(found, Fate.NEW)


def _only(found: tuple[DifferencePart, ...], fate: Fate) -> Stretches:
    return tuple((run.text, run.fate is fate) for run in found if run.fate in (Fate.SAME, fate))


def _near(family: Family, entry: CodeEntry) -> tuple[CodeEntry, ...]:
    others = tuple(other for other in family.entries if other != entry)
    first = max(0, min(family.entries.index(entry) - NEAR // 2, len(others) - NEAR))
    return others[first : first + NEAR]


def pages(_: Library) -> Iterator[Page]:
    """One page a code, the same for every library."""
    families = diagnostics.view()
    around = in_a_row(entry.address for family in families for entry in family.entries)
    for family in families:
        for entry, (previous, following) in zip(family.entries, around, strict=False):
            yield Page(
                entry.address,
                "diagnostic.html",
                partial(view, family, entry),
                trail=(addresses.HANDBOOK, addresses.DIAGNOSTICS),
                previous=previous,
                following=following,
            )
