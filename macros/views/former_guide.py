"""Where a guide was that was generated for a role, part or theme that is retired since."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides.catalogue import for_entry, former
from macros.model import Part, Role, Theme
from macros.views.former import Former, FormerView, Kind, Successor
from macros.views.page import Page
from macros.views.parts.entry import address_of


def view(library: Library, id_: str, made_for: Role | Part | Theme) -> FormerView:
    """What stands at the address of the guide ``id_`` that was generated for ``made_for``."""
    successors = (_successor(library, one) for one in made_for.replaced_by)
    words, source = _named(library, made_for)
    found = tuple(one for one in successors if one)
    gone = Former(Kind.GUIDE, id_, words, made_for.retired or "", found)
    return FormerView(gone, addresses.STUDY, source=source)


def _successor(library: Library, id_: str) -> Successor | None:
    """The guide for what took a place; its page if it has none."""
    record = library.role(id_) or library.theme(id_) or library.part(id_)
    if record is None:
        return None
    words, page = _named(library, record)
    guide = for_entry(library, id_)
    return Successor(Kind.GUIDE, words, addresses.of_guide(guide.id) if guide else page)


def _named(library: Library, record: Role | Part | Theme) -> tuple[str, Address]:
    """What a guide is made for, and its page."""
    if not isinstance(record, Part):
        return record.label, address_of(record)
    home = next(document for document in library.documents if record in document.every_part)
    return record.title, addresses.of_part(home, record)


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
