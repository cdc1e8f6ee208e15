"""What a study guide is for, and how long it takes, as an office file says it."""

from __future__ import annotations

from macros.exports.office import joined, say
from macros.guides.catalogue import Origin, StudyGuide
from macros.views.guide import GuideView


def aim(view: GuideView) -> str:
    """What the group will have at the end."""
    guide = view.guide
    if guide.authored:
        return guide.authored.aim
    measures = view.door.measures
    if guide.part:
        part = guide.part
        return say("guide.aim.part", numeral=part.numeral, title=part.title, measures=measures)
    if guide.theme:
        return say("guide.aim.theme", theme=guide.theme.label, measures=measures)
    roles = joined(role.label for role in guide.audience)
    return say("guide.aim.roles", roles=roles, clauses=view.clauses, duties=view.duties)


def shared(guide: StudyGuide) -> str:
    """Who shares a guide, and why; "" if it is for one audience alone."""
    labels = joined(role.label for role in guide.audience)
    if guide.joined:
        return say("guide.shared.joined", roles="".join(role.label for role in guide.joined))
    if guide.origin is not Origin.GROUP:
        return ""
    return say(
        "guide.shared.several" if len(guide.audience) > 1 else "guide.shared.one", roles=labels
    )


def time(view: GuideView) -> str:
    """How many meetings, and minutes in all."""
    door = view.door
    several = "several" if door.meetings > 1 else "one"
    return say(f"guide.time.{several}", meetings=door.meetings, minutes=door.minutes)
