"""What study guides are called, as on their pages."""

from __future__ import annotations

from macros.exports.wording import phrase
from macros.knowledge.citations import part_cited
from macros.knowledge.guides.catalogue import Origin, StudyGuide

# More roles than these are counted, not listed.
_LISTED = 3


def guide_title(guide: StudyGuide) -> str:
    """The title of a guide's page."""
    name = guide_name(guide)
    return name if guide.authored else phrase("guide.title", name=name)


def guide_name(guide: StudyGuide) -> str:
    """What a guide is about, short enough for a list."""
    if guide.authored:
        return guide.authored.label
    if guide.document and guide.part:
        part = part_cited(guide.document, guide.part)
        return phrase("guide.part", part=part, short=guide.part.short)
    return guide.theme.label if guide.theme else _audience(guide)


def _audience(guide: StudyGuide) -> str:
    labels = [role.label for role in guide.audience]
    if guide.whole and len(labels) > _LISTED:
        return phrase("guide.whole", whole=guide.whole.label, count=len(labels))
    if guide.origin is Origin.ROLE:
        return labels[0]
    if len(labels) > _LISTED:
        return phrase("guide.many", first=labels[0], count=len(labels))
    return phrase("guide.join").join(labels)
