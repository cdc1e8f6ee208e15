"""What a study guide says about itself, on its page and in every file of it.

``part`` is the citation of the part that a guide is about, "" if it is about something else: on
pages it depends on where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from macros.knowledge.citations import part_cited
from macros.knowledge.guides.catalogue import Origin, StudyGuide
from macros.knowledge.guides.guide import Meeting
from macros.views.guide import GuideView
from macros.views.study import Door
from macros.words.files import say

# More roles than these are counted, not listed.
_LISTED = 3


def title(guide: StudyGuide, part: str) -> str:
    """The title of a guide's page."""
    called = name(guide, part)
    return called if guide.authored else say("guide.title", name=called)


def name(guide: StudyGuide, part: str) -> str:
    """What a guide is about, short enough for a list."""
    if guide.authored:
        return guide.authored.label
    if guide.part:
        return say("guide.part", part=part, short=guide.part.short)
    return guide.theme.label if guide.theme else _audience(guide)


def cited_part(guide: StudyGuide) -> str:
    """The citation of a guide's part where nothing around it says which document is meant."""
    return part_cited(guide.document, guide.part) if guide.document and guide.part else ""


def _audience(guide: StudyGuide) -> str:
    labels = [role.label for role in guide.audience]
    if guide.whole and len(labels) > _LISTED:
        return say("guide.whole", whole=guide.whole.label, count=len(labels))
    if guide.origin is Origin.ROLE:
        return labels[0]
    if len(labels) > _LISTED:
        return say("guide.many", first=labels[0], count=len(labels))
    return _enumerated(labels)


def aim(view: GuideView, part: str) -> str:
    """What the group will have at the end."""
    guide = view.guide
    if guide.authored:
        return guide.authored.aim
    measures = view.door.measures
    if guide.part:
        return say("guide.aim.part", part=part, title=guide.part.title, measures=measures)
    if guide.theme:
        return say("guide.aim.theme", theme=guide.theme.label, measures=measures)
    roles = _enumerated(role.label for role in guide.audience)
    return say("guide.aim.roles", roles=roles, clauses=view.clauses, duties=view.duties)


def shared(guide: StudyGuide) -> str:
    """Who shares a guide, and why; "" if it is for one audience alone."""
    labels = _enumerated(role.label for role in guide.audience)
    if guide.joined:
        return say("guide.shared.joined", roles="".join(role.label for role in guide.joined))
    if guide.origin is not Origin.GROUP:
        return ""
    several = "several" if len(guide.audience) > 1 else "one"
    return say(f"guide.shared.{several}", roles=labels)


def _enumerated(labels: Iterable[str]) -> str:
    return say("guide.join").join(labels)


def time(door: Door) -> str:
    """How many meetings, and minutes in all."""
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
    about = name(view.guide, cited_part(view.guide)) if view.about else ""
    return say("guide.about", about=about) + count if about else count


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
