"""The roles' index: who can find himself in the document, and how much it asks of him."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Basis, Degree, Role, RoleKind
from macros.views.page import Page
from macros.views.parts.entry import Link, retired


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role of the picker; ``named`` is false if the text never names it."""

    role: Role
    address: Address
    degrees: tuple[tuple[Degree, int], ...]
    total: int
    stated: int
    named: bool


@dataclass(frozen=True, slots=True)
class RolesView:
    """What stands on the roles' index: the roles in use by kind, and the retired ones."""

    kinds: tuple[tuple[RoleKind, tuple[RoleRow, ...]], ...]
    retired: tuple[Link, ...]


def view(library: Library) -> RolesView:
    """The view of all roles."""
    rows = [row(library, role) for role in library.roles if role.retired is None]
    return RolesView(
        tuple(
            (kind, own)
            for kind in RoleKind
            if (own := tuple(found for found in rows if found.role.kind is kind))
        ),
        retired(library.roles),
    )


def row(library: Library, role: Role) -> RoleRow:
    """One role with the number of its duties in each degree, strongest first."""
    parts = [who for _, who in library.duties_of_role(role.id)]
    counts = Counter(who.degree for who in parts)
    stated = sum(who.basis is Basis.STATED for who in parts)
    return RoleRow(
        role,
        addresses.of_entry(role),
        tuple((degree, counts[degree]) for degree in Degree if counts[degree]),
        len(parts),
        stated,
        bool(stated or library.role_mentions(role.id)),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.ROLES, "roles.html", partial(view, library))
