"""D: every clause has its duties, and every duty one lead and a rhythm that makes sense."""

from __future__ import annotations

from collections.abc import Iterator, Set

from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import Degree, DocumentState, Duty, Rhythm
from macros.model.measure import holding_duties, lacks_duty
from macros.text.diagnostics import Diagnostic

# The fields of a timing that its kind needs; all others of these are not for it.
_NEEDS = {
    Rhythm.PERIODIC: ("every", "times"),
    Rhythm.EVENT: ("event",),
    Rhythm.DEADLINE: ("by",),
    Rhythm.ONCE: (),
    Rhythm.CONTINUOUS: (),
}
_FIELDS = ("every", "times", "event", "by")


def no_lead(library: Library) -> Iterator[Diagnostic]:
    """A duty has a role in the lead, or says in ``no_lead`` why it has none."""
    for found in library.duties:
        if not _leads(found.duty) and found.duty.no_lead is None:
            yield Diagnostic("D01", found.duty.place.at("who"), {"duty": found.duty.id})


def several_leads(library: Library) -> Iterator[Diagnostic]:
    """A duty has at most one role in the lead; who shares it is ``joint``."""
    yield from _surplus(library, "D02", {Degree.LEAD})


def lead_and_no_lead(library: Library) -> Iterator[Diagnostic]:
    """A duty that has a lead does not say why it has none."""
    for found in library.duties:
        if _leads(found.duty) and found.duty.no_lead is not None:
            yield Diagnostic("D03", found.duty.place.at("no_lead"), {"duty": found.duty.id})


def role_twice(library: Library) -> Iterator[Diagnostic]:
    """A role has one part in a duty; of two, nobody could tell which holds."""
    for found in library.duties:
        first: dict[str, int] = {}
        for index, who in enumerate(found.duty.who):
            if first.setdefault(who.role, index) != index:
                yield Diagnostic(
                    "D04",
                    found.duty.place.at("who", index, "role"),
                    {"duty": found.duty.id, "role": who.role},
                    also=(found.duty.place.at("who", first[who.role], "role"),),
                )


def clause_without_duty(library: Library) -> Iterator[Diagnostic]:
    """A clause has at least one duty that holds, or is ``normative: false``.

    Of a draft, D11 says how many do not.
    """
    for found in library.clauses:
        if found.document.state is not DocumentState.DRAFT and lacks_duty(found.clause):
            yield Diagnostic("D05", found.clause.place.at("id"), {"clause": found.clause.id})


def not_normative_without_reason(library: Library) -> Iterator[Diagnostic]:
    """A clause that demands nothing says ``why``."""
    for found in library.clauses:
        if not found.clause.normative and found.clause.why is None:
            where = found.clause.place.at("normative")
            yield Diagnostic("D06", where, {"clause": found.clause.id})


def not_normative_with_duty(library: Library) -> Iterator[Diagnostic]:
    """A clause that demands nothing has no duty."""
    for found in library.clauses:
        holding = holding_duties(found.clause)
        if not found.clause.normative and holding:
            yield Diagnostic(
                "D07",
                found.clause.place.at("normative"),
                {"clause": found.clause.id, "duty": holding[0].id},
                also=(holding[0].place.at("id"),),
            )


def normative_with_reason(library: Library) -> Iterator[Diagnostic]:
    """A clause that makes demands does not say ``why`` it makes none."""
    for found in library.clauses:
        if found.clause.normative and found.clause.why is not None:
            yield Diagnostic("D08", found.clause.place.at("why"), {"clause": found.clause.id})


def timing_incomplete(library: Library) -> Iterator[Diagnostic]:
    """A rhythm has what its kind needs.

    ``periodic`` needs ``every`` and ``times``, ``event`` an ``event``, and ``deadline`` a ``by``.
    """
    for found in library.duties:
        when = found.duty.when
        for name in _NEEDS[when.kind]:
            if getattr(when, name) is None:
                yield Diagnostic(
                    "D09",
                    found.duty.place.at("when", "kind"),
                    {"kind": when.kind.value, "field": name},
                )


def timing_overfull(library: Library) -> Iterator[Diagnostic]:
    """A rhythm has nothing of another kind: ``continuous`` with ``times`` says two things."""
    for found in library.duties:
        when = found.duty.when
        for name in _FIELDS:
            if name not in _NEEDS[when.kind] and getattr(when, name) is not None:
                yield Diagnostic(
                    "D10",
                    found.duty.place.at("when", name),
                    {"kind": when.kind.value, "field": name},
                )


def several_answer(library: Library) -> Iterator[Diagnostic]:
    """A duty has at most one role that answers for it; who shares the work is ``joint``.

    So for every degree that the table of degrees calls unique, apart from the lead, which is D02's.
    """
    yield from _surplus(
        library, "D14", {one for one in Degree if one.meaning.unique} - {Degree.LEAD}
    )


RULES = (
    Rule("D01", no_lead),
    Rule("D02", several_leads),
    Rule("D03", lead_and_no_lead),
    Rule("D04", role_twice),
    Rule("D05", clause_without_duty),
    Rule("D06", not_normative_without_reason),
    Rule("D07", not_normative_with_duty),
    Rule("D08", normative_with_reason),
    Rule("D09", timing_incomplete),
    Rule("D10", timing_overfull),
    Rule("D14", several_answer),
)


def _leads(duty: Duty) -> bool:
    """Whether somebody is in the lead."""
    return any(who.degree is Degree.LEAD for who in duty.who)


def _surplus(library: Library, code: str, degrees: Set[Degree]) -> Iterator[Diagnostic]:
    """All but the first of a duty's roles in each of these degrees."""
    for found in library.duties:
        first: dict[Degree, int] = {}
        for index, who in enumerate(found.duty.who):
            if who.degree in degrees and first.setdefault(who.degree, index) != index:
                yield Diagnostic(
                    code,
                    found.duty.place.at("who", index, "as"),
                    {
                        "duty": found.duty.id,
                        "role": who.role,
                        "first": found.duty.who[first[who.degree]].role,
                    },
                    also=(found.duty.place.at("who", first[who.degree], "as"),),
                )
