"""A page of the site, before it is rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.addresses import Address


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it stands, which template shows it, and what the template is given.

    The template's block ``title`` is the page's title, its block ``body`` the page. ``view`` is
    called when the page is rendered. ``trail`` are the pages above it, outermost first, without the
    home page. ``source`` is the data file an editor changes to change the page, or "". A ``wide``
    page, such as a large table, has the whole width: no list beside it and no outline.
    """

    address: Address
    template: str
    view: Callable[[], object]
    trail: tuple[Address, ...] = ()
    source: str = ""
    previous: Address | None = None
    following: Address | None = None
    wide: bool = False
