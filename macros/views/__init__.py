"""The library as frozen views, one kind of page a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.knowledge import Library
from macros.views import (
    calendar,
    cards,
    changes,
    coverage,
    diagnostic,
    diagnostics,
    document,
    downloads,
    fields,
    former,
    former_guide,
    guide,
    home,
    ledger,
    matrix,
    measure,
    mechanism,
    mechanisms,
    part,
    role,
    roles,
    study,
    term,
    terms,
    theme,
    themes,
)
from macros.views.page import Page

KINDS: tuple[Callable[[Library], Iterator[Page]], ...] = (
    home.pages,
    document.pages,
    part.pages,
    measure.pages,
    former.pages,
    former_guide.pages,
    matrix.pages,
    ledger.pages,
    calendar.pages,
    roles.pages,
    role.pages,
    mechanisms.pages,
    mechanism.pages,
    terms.pages,
    term.pages,
    themes.pages,
    theme.pages,
    study.pages,
    guide.pages,
    cards.pages,
    downloads.pages,
    changes.pages,
    fields.pages,
    diagnostics.pages,
    diagnostic.pages,
    coverage.pages,
)


def pages(library: Library) -> tuple[Page, ...]:
    """Every generated page of the site, in stable order."""
    return tuple(page for kind in KINDS for page in kind(library))
