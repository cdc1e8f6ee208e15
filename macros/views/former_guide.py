"""Where a guide was that was generated for a role, part or theme that is retired since."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.guides.catalogue import for_entry, former
from macros.model import Part, Role, Theme
from macros.model.kinds import Kind, name_of
from macros.views.former import Former, FormerView, Successor
from macros.views.page import Page
from macros.views.parts.entry import link


def view(library: Library, id_: str, made_for: Role | Part | Theme) -> FormerView:
    """What stands at the address of the guide ``id_`` that was generated for ``made_for``."""
    successors = (_successor(library, one) for one in made_for.replaced_by)
    source = link(library, made_for.id)
    found = tuple(one for one in successors if one)
    gone = Former(Kind.GUIDE, id_, name_of(made_for), made_for.retired or "", found)
    return FormerView(gone, addresses.STUDY, source=source.address if source else None)


def _successor(library: Library, id_: str) -> Successor | None:
    """The guide for what took a place; its page if it has none."""
    found = link(library, id_)
    if found is None:
        return None
    guide = for_entry(library, id_)
    address = addresses.of_guide(guide.id) if guide else found.address
    return Successor(Kind.GUIDE, found.label, address)


def pages(library: Library) -> Iterator[Page]:
    """One page a guide."""
    for id_, made_for in former(library):
        yield Page(
            addresses.of_guide(id_),
            "former.html",
            partial(view, library, id_, made_for),
            trail=(addresses.STUDY,),
            source=made_for.place.value.file,
        )
