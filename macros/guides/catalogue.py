"""Which guides there are: the authored ones, one a part, one a theme, and one for every role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from macros.guides import passages
from macros.guides.guide import Course, course
from macros.library import Library
from macros.model import Guide, Pace, Part, Question, Role, Theme

# Less than this is too little for a meeting.
ENOUGH_QUESTIONS = 4
ENOUGH_PASSAGES = 3


class Origin(StrEnum):
    """What a guide is made from."""

    AUTHORED = "authored"
    ROLE = "role"
    GROUP = "group"
    PART = "part"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class StudyGuide:
    """A guide, worked out.

    ``audience`` are the roles it is for; none means everyone. A guide of origin group serves
    several roles of which each alone has too little for a meeting; ``whole`` is the role they
    belong to, if they belong to one. ``authored``, ``part`` and ``theme`` are set by origin.
    """

    id: str
    origin: Origin
    course: Course
    audience: tuple[Role, ...] = ()
    whole: Role | None = None
    authored: Guide | None = None
    part: Part | None = None
    theme: Theme | None = None
    extra: tuple[Question, ...] = field(default=())


def catalogue(library: Library) -> tuple[StudyGuide, ...]:
    """All guides of a library: authored, by role, by part, by theme."""
    return tuple(_all(library))


def _all(library: Library) -> Iterator[StudyGuide]:
    pace = library.pace
    yield from (_authored(library, pace, guide) for guide in library.guides if not guide.retired)
    yield from _of_roles(library, pace)
    for document in library.documents:
        for part in document.parts:
            ids = {measure.id for measure in library.measures_of_part(part.id)}
            read = passages.of_measures(library, ids)
            yield StudyGuide(f"part-{part.id}", Origin.PART, course(library, pace, read), part=part)
    for theme in library.themes:
        ids = {measure.id for measure in library.measures_of_theme(theme.id)}
        if ids and theme.retired is None:
            read = passages.of_measures(library, ids)
            yield StudyGuide(
                f"theme-{theme.id}", Origin.THEME, course(library, pace, read), theme=theme
            )


def _authored(library: Library, pace: Pace, guide: Guide) -> StudyGuide:
    roles = tuple(role for id_ in guide.audience if (role := library.role(id_)))
    worked = course(
        library,
        pace,
        passages.of_selection(library, guide.select),
        guide.audience,
        guide.questions,
        meetings=guide.meetings,
        minutes=guide.minutes,
    )
    return StudyGuide(
        guide.id, Origin.AUTHORED, worked, roles, authored=guide, extra=guide.questions
    )


def _of_roles(library: Library, pace: Pace) -> Iterator[StudyGuide]:
    """One guide a role; roles with too little for a meeting share one with their like."""
    thin: dict[str, list[Role]] = {}
    for role in library.roles:
        read = passages.of_roles(library, [role.id])
        if not read or role.retired is not None:
            continue
        worked = course(library, pace, read, [role.id])
        if _enough(worked):
            yield StudyGuide(f"role-{role.id}", Origin.ROLE, worked, (role,))
        else:
            thin.setdefault(role.part_of or role.kind.value, []).append(role)
    for key, roles in _families(thin).items():
        ids = [role.id for role in roles]
        worked = course(library, pace, passages.of_roles(library, ids), ids)
        yield StudyGuide(
            f"group-{key}", Origin.GROUP, worked, tuple(roles), whole=library.role(key)
        )


def _families(thin: dict[str, list[Role]]) -> dict[str, list[Role]]:
    """Thin roles by what they belong to; a thin whole sits with its parts."""
    families = {key: list(roles) for key, roles in thin.items()}
    for roles in list(families.values()):
        for role in list(roles):
            if role.id in families:
                roles.remove(role)
                families[role.id].insert(0, role)
    return {key: roles for key, roles in families.items() if roles}


def _enough(worked: Course) -> bool:
    asked = sum(len(step.questions) for step in worked.steps)
    return asked >= ENOUGH_QUESTIONS and len(worked.steps) >= ENOUGH_PASSAGES
