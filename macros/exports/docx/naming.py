"""What a study guide is called in an office file, what it is for, and how long it takes."""

from __future__ import annotations

from macros.exports.office import joined, say
from macros.guides.catalogue import Origin, StudyGuide
from macros.views.guide import GuideView

_FEW = 3


def title(guide: StudyGuide) -> str:
    """The title; an author's own stands alone."""
    return guide.authored.label if guide.authored else say("guide.title", name=name(guide))


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


def time(view: GuideView) -> str:
    """How many meetings, and minutes in all."""
    door = view.door
    several = "several" if door.meetings > 1 else "one"
    return say(f"guide.time.{several}", meetings=door.meetings, minutes=door.minutes)


def name(guide: StudyGuide) -> str:
    """What the guide is about, short enough for a list."""
    if guide.authored:
        return guide.authored.label
    if guide.part:
        return say("guide.name.part", numeral=guide.part.numeral, short=guide.part.short)
    if guide.theme:
        return guide.theme.label
    return _of_roles(guide)


def _of_roles(guide: StudyGuide) -> str:
    """The names of the audience; of many, how many they are."""
    roles, many = guide.audience, len(guide.audience) > _FEW
    if guide.whole and many:
        return say("guide.name.whole", role=guide.whole.label, count=len(roles))
    if guide.origin is Origin.ROLE:
        return roles[0].label
    if many:
        return say("guide.name.many", role=roles[0].label, count=len(roles))
    return joined(role.label for role in roles)
