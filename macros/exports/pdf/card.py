"""A role's duty card as a PDF: one page to hand over, then every duty with its words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from macros.exports.wording import enumerated, timing
from macros.knowledge import Library
from macros.knowledge.citations import cited, numbered
from macros.model import Basis, Period, Rhythm, Role
from macros.views.parts import duty
from macros.views.parts.card import NAMED, Bundle, CardGroup, RoleDuty, among, by_rhythm, card
from macros.views.parts.duty import DutyView
from macros.words.files import say
from macros.words.vocabulary import word


def on(text: str, basis: Basis) -> dict[str, str]:
    """Words, and what they rest on."""
    return {"text": text, "basis": basis}


def kept(shown: DutyView) -> list[dict[str, str]]:
    """The evidence that a duty leaves."""
    return [on(evidence.record.label, evidence.basis) for evidence in shown.evidence]


def place(shown: DutyView) -> str:
    """The clause of a duty, as readers cite it."""
    return cited(shown.context)


Given = Mapping[str, object]


def given(library: Library, role: Role) -> Given:
    """What the template is given."""
    stakes = [
        RoleDuty(duty.view(library, found), who)
        for found, who in library.real.duties_of_role(role.id)
    ]
    numbers = count(1)
    wider = among(library, role)
    return {
        "title": say("card.title", role=role.label),
        "identify": role.identify,
        "also": say("card.also", role=wider.label) if wider else "",
        "documents": enumerated(document.short_title for document in library.real.documents),
        "count": len(stakes),
        "stated": sum(stake.assignment.basis is Basis.STATED for stake in stakes),
        "card": [_group(group) for group in card(stakes).groups],
        "groups": [
            {
                "name": _name(rhythm, every),
                "duties": [{**_duty(stake), "number": next(numbers)} for stake in group],
            }
            for (rhythm, every), group in by_rhythm(stakes)
        ],
    }


def _group(group: CardGroup) -> Given:
    return {
        "name": _name(group.rhythm, group.every),
        "count": group.count,
        "duties": [_duty(stake) for stake in group.stakes],
        "measures": [_bundle(bundle) for bundle in group.bundles],
    }


def _name(rhythm: Rhythm, every: Period | None) -> str:
    return word(every) if every else word(rhythm)


def _duty(stake: RoleDuty) -> Given:
    when = stake.shown.duty.when
    return {
        "do": stake.shown.duty.do,
        "quote": stake.shown.duty.quote,
        "place": place(stake.shown),
        "degree": word(stake.assignment.degree),
        "basis": stake.assignment.basis,
        "when": on(timing(when), when.basis),
        "exact": when.times is not None or when.kind in NAMED,
        "records": kept(stake.shown),
    }


def _bundle(bundle: Bundle) -> Given:
    return {
        "number": numbered(bundle.measure.printed),
        "title": bundle.measure.title,
        "count": bundle.count,
        "stated": bundle.stated,
        "degrees": [{"degree": word(degree), "count": number} for degree, number in bundle.degrees],
    }
