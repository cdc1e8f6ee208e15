"""Library into frozen views, one kind of page a room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.library import Library
from macros.views import measure
from macros.views.page import Page

KINDS: tuple[Callable[[Library], Iterator[Page]], ...] = (measure.pages,)


def pages(library: Library) -> tuple[Page, ...]:
    """Every generated page of the site, in stable order."""
    return tuple(page for kind in KINDS for page in kind(library))
