"""Which guide serves a role, a part or a theme, and which guides read a measure."""

from __future__ import annotations

from macros.knowledge import Library
from macros.knowledge.guides.catalogue import Origin, StudyGuide, catalogue

_BY_ROLE = (Origin.ROLE, Origin.GROUP)


def of_role(library: Library, role_id: str) -> StudyGuide | None:
    """The guide made for a role, shared ones included; that of its whole if it has no duties."""
    made = {
        role.id: guide
        for guide in catalogue(library)
        if guide.origin in _BY_ROLE
        for role in guide.audience
    }
    return next((made[id_] for id_ in library.wholes(role_id) if id_ in made), None)


def for_role(library: Library, role_id: str) -> tuple[StudyGuide, ...]:
    """The guides that editors wrote for a role by name, then the one made for it."""
    written = tuple(
        guide
        for guide in catalogue(library)
        if guide.origin is Origin.AUTHORED and any(role.id == role_id for role in guide.audience)
    )
    made = of_role(library, role_id)
    return (*written, made) if made else written


def of_part(library: Library, part_id: str) -> StudyGuide | None:
    """The guide that reads a part."""
    return _made(library, f"{Origin.PART}-{part_id}")


def of_theme(library: Library, theme_id: str) -> StudyGuide | None:
    """The guide that reads the measures of a theme."""
    return _made(library, f"{Origin.THEME}-{theme_id}")


def reading(library: Library, measure_id: str) -> tuple[StudyGuide, ...]:
    """The guides that read any of a measure, apart from those by role: there the roles lead."""
    return tuple(
        guide
        for guide in catalogue(library)
        if guide.origin not in _BY_ROLE
        and any(step.passage.measure.id == measure_id for step in guide.course.steps)
    )


def _made(library: Library, id_: str) -> StudyGuide | None:
    return next((guide for guide in catalogue(library) if guide.id == id_), None)
