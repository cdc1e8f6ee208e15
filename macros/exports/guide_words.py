"""What a study guide says about itself, as every office file of it says it."""

from __future__ import annotations

from macros.exports.wording import enumerated
from macros.knowledge.citations import part_cited
from macros.knowledge.guides.catalogue import Origin, StudyGuide
from macros.knowledge.guides.guide import Meeting
from macros.views.guide import GuideView
from macros.words.files import say

# More roles than these are counted, not listed.
_LISTED = 3


def guide_title(guide: StudyGuide) -> str:
    """The title of a guide's page."""
    name = guide_name(guide)
    return name if guide.authored else say("guide.title", name=name)


def guide_name(guide: StudyGuide) -> str:
    """What a guide is about, short enough for a list."""
    if guide.authored:
        return guide.authored.label
    if guide.document and guide.part:
        part = part_cited(guide.document, guide.part)
        return say("guide.part", part=part, short=guide.part.short)
    return guide.theme.label if guide.theme else _audience(guide)


def _audience(guide: StudyGuide) -> str:
    labels = [role.label for role in guide.audience]
    if guide.whole and len(labels) > _LISTED:
        return say("guide.whole", whole=guide.whole.label, count=len(labels))
    if guide.origin is Origin.ROLE:
        return labels[0]
    if len(labels) > _LISTED:
        return say("guide.many", first=labels[0], count=len(labels))
    return say("guide.join").join(labels)


def aim(view: GuideView) -> str:
    """What the group will have at the end."""
    guide = view.guide
    if guide.authored:
        return guide.authored.aim
    measures = view.door.measures
    if guide.document and guide.part:
        part = part_cited(guide.document, guide.part)
        return say("guide.aim.part", part=part, title=guide.part.title, measures=measures)
    if guide.theme:
        return say("guide.aim.theme", theme=guide.theme.label, measures=measures)
    roles = enumerated(role.label for role in guide.audience)
    return say("guide.aim.roles", roles=roles, clauses=view.clauses, duties=view.duties)


def shared(guide: StudyGuide) -> str:
    """Who shares a guide, and why; "" if it is for one audience alone."""
    labels = enumerated(role.label for role in guide.audience)
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


def reading(view: GuideView) -> str:
    """What is read: how many clauses, duties and questions, and of what."""
    count = say(
        "guide.reading",
        measures=view.door.measures,
        clauses=view.clauses,
        duties=view.duties,
        questions=view.door.questions,
    )
    return (say("guide.about", about=guide_name(view.guide)) if view.about else "") + count


def duties(view: GuideView) -> str:
    """What the duties of a passage are called: ours, those of the one role, or all."""
    labels = [role.label for role, _ in view.audience]
    if len(labels) > 1:
        return say("guide.duties.ours")
    return say("guide.duties.own", role=labels[0]) if labels else say("guide.duties.all")


def this(view: GuideView, meeting: Meeting) -> str:
    """One meeting among the others, or the only one."""
    several = "several" if len(view.meetings) > 1 else "one"
    return say(f"guide.this.{several}", ordinal=meeting.ordinal)


def heading(view: GuideView, meeting: Meeting) -> str:
    """What stands above a meeting."""
    several = "several" if len(view.meetings) > 1 else "one"
    return say(f"guide.meeting.{several}", ordinal=meeting.ordinal)
