"""What the filters of tables and lists offer: only what some duty of the library answers to."""

from __future__ import annotations

from dataclasses import dataclass

from macros.knowledge import Library
from macros.model import Document, Role, RoleKind, Theme


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """The roles of one kind that take part in some duty."""

    kind: RoleKind
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """A broadest theme with those below it that some measure names."""

    theme: Theme
    narrower: tuple[Theme, ...]


def documents(library: Library) -> tuple[Document, ...]:
    """The documents to choose from: none if there is only one."""
    return library.documents if len(library.documents) > 1 else ()


def roles(library: Library) -> tuple[RoleChoice, ...]:
    """The roles that take part in some duty, by kind."""
    active = [role for role in library.roles if library.duties_of_role(role.id)]
    return tuple(
        RoleChoice(kind, found)
        for kind in RoleKind
        if (found := tuple(role for role in active if role.kind is kind))
    )


def themes(library: Library) -> tuple[ThemeChoice, ...]:
    """The themes that measures name, under the broadest of each."""
    below: dict[str, list[Theme]] = {}
    for theme in library.themes:
        if library.measures_of_theme(theme.id):
            below.setdefault(library.broader(theme.id)[-1], []).append(theme)
    return tuple(
        ThemeChoice(theme, tuple(t for t in below[theme.id] if t is not theme))
        for theme in library.themes
        if theme.id in below
    )
