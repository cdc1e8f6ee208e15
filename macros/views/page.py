"""A page of the site, before it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.knowledge.addresses import Address
from macros.model import Document


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, which template shows it, and what the template is given.

    The template's block ``title`` is the page's title, its block ``body`` the page. ``view`` is
    called when the page is rendered. ``trail`` are the pages above it, outermost first, without the
    home page. ``source`` is the data file an editor changes to change the page, or "". A ``wide``
    page, such as a large table, has the whole width: no list beside it and no outline. A page that
    belongs to one document names it in ``document``.
    """

    address: Address
    template: str
    view: Callable[[], object]
    trail: tuple[Address, ...] = ()
    source: str = ""
    previous: Address | None = None
    following: Address | None = None
    wide: bool = False
    document: Document | None = None


def in_a_row(pages: Iterable[Address]) -> Iterator[tuple[Address | None, Address | None]]:
    """For each of ``pages`` the one before and the one behind it, None at either end."""
    line = (None, *pages, None)
    return zip(line, line[2:], strict=False)
