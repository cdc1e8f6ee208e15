"""Which guides there are: the authored ones, one for every role, one a part, one a theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from macros.knowledge import Library, once
from macros.knowledge.guides import passages
from macros.knowledge.guides.guide import Course, course
from macros.model import Document, Guide, Pace, Part, Role, Theme

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

    ``audience`` are the roles it is for; none means everyone. A role with too little for a meeting
    has no guide alone: several of them share one of origin group, ``whole`` being the role they all
    belong to, if there is one; a single one joins the guide of that role and is in ``joined``.
    ``authored``, ``part`` with its ``document``, and ``theme`` are set by origin.
    """

    id: str
    origin: Origin
    course: Course
    audience: tuple[Role, ...] = ()
    whole: Role | None = None
    joined: tuple[Role, ...] = ()
    authored: Guide | None = None
    document: Document | None = None
    part: Part | None = None
    theme: Theme | None = None


@once
def catalogue(library: Library) -> tuple[StudyGuide, ...]:
    """All guides of a library: authored, by role, by part, by theme.

    Samples are read by the guides of their own parts only.
    """
    return tuple(_all(library))


def authored(library: Library) -> Iterator[StudyGuide]:
    """The authored guides alone, which takes a small part of the time for all."""
    for guide in library.guides:
        if guide.retired is None:
            yield _authored(library.real, library.pace, guide)


def _all(library: Library) -> Iterator[StudyGuide]:
    pace = library.pace
    real = library.real
    yield from authored(library)
    yield from _of_roles(real, pace)
    for document in library.documents:
        for part in document.parts:
            ids = {measure.id for measure in library.measures_of_part(part.id)}
            read = passages.of_measures(library, ids)
            worked = course(library, pace, read)
            yield StudyGuide(f"part-{part.id}", Origin.PART, worked, document=document, part=part)
    for theme in library.themes:
        of_theme = passages.measures_of_theme(real, theme.id)
        if of_theme and theme.retired is None:
            read = passages.of_measures(real, of_theme)
            yield StudyGuide(
                f"theme-{theme.id}", Origin.THEME, course(real, pace, read), theme=theme
            )


def former(library: Library) -> Iterator[tuple[str, Role | Part | Theme]]:
    """The ids of the guides that retired roles, parts and themes had, or would have by now."""
    for role in library.roles:
        if role.retired is not None:
            yield f"role-{role.id}", role
    for document in library.documents:
        for part in document.former_parts:
            yield f"part-{part.id}", part
    for theme in library.themes:
        if theme.retired is not None:
            yield f"theme-{theme.id}", theme


def for_entry(library: Library, id_: str) -> StudyGuide | None:
    """The guide that is generated for the role, part or theme ``id_`` in use, if there is one."""
    for guide in catalogue(library):
        made_for = (*guide.audience, guide.part, guide.theme)
        if guide.authored is None and id_ in [one.id for one in made_for if one is not None]:
            return guide
    return None


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
    return StudyGuide(guide.id, Origin.AUTHORED, worked, roles, authored=guide)


def _of_roles(library: Library, pace: Pace) -> Iterator[StudyGuide]:
    """One guide a role; a role with too little for a meeting shares one with its like."""
    roles = [r for r in library.roles if r.retired is None and library.duties_of_role(r.id)]
    full = {role.id for role in roles if _enough(_for(library, pace, [role]))}
    families = _families([role for role in roles if role.id not in full])
    joined = {key: family for key, family in families.items() if len(family) == 1 and key in full}
    for role in roles:
        if role.id in full:
            more = tuple(joined.get(role.id, ()))
            yield StudyGuide(
                f"role-{role.id}",
                Origin.ROLE,
                _for(library, pace, [role, *more]),
                (role, *more),
                joined=more,
            )
    for key, family in families.items():
        if key not in joined:
            worked = _for(library, pace, family)
            whole = library.role(key)
            yield StudyGuide(f"group-{key}", Origin.GROUP, worked, tuple(family), whole=whole)


def _for(library: Library, pace: Pace, roles: Sequence[Role]) -> Course:
    ids = [role.id for role in roles]
    return course(library, pace, passages.of_roles(library, ids), ids)


def _families(thin: Iterable[Role]) -> dict[str, list[Role]]:
    """Thin roles by what they belong to, or by kind; a thin whole sits with its parts."""
    families: dict[str, list[Role]] = {}
    for role in thin:
        families.setdefault(role.part_of or role.kind.value, []).append(role)
    for roles in list(families.values()):
        for role in list(roles):
            if role.id in families and role not in families[role.id]:
                roles.remove(role)
                families[role.id].insert(0, role)
    return {key: roles for key, roles in families.items() if roles}


def _enough(worked: Course) -> bool:
    asked = sum(len(step.questions) for step in worked.steps)
    return asked >= ENOUGH_QUESTIONS and len(worked.steps) >= ENOUGH_PASSAGES


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
