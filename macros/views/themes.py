"""The themes' index: the tree of topics, with what belongs to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Measure, Theme
from macros.views.page import Page
from macros.views.parts.entry import Link, retired
from macros.views.theme import measures, narrower


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme with the measures of its own and of the narrower themes."""

    theme: Theme
    address: Address
    measures: tuple[tuple[Measure, Address], ...]
    duties: int
    narrower: tuple[ThemeRow, ...]


@dataclass(frozen=True, slots=True)
class ThemesView:
    """What stands on the themes' index: the broadest themes, the rest below them."""

    roots: tuple[ThemeRow, ...]
    retired: tuple[Link, ...]


def view(library: Library) -> ThemesView:
    """The view of the tree of themes."""
    return ThemesView(
        tuple(
            _row(library, theme)
            for theme in library.themes
            if theme.parent is None and theme.retired is None
        ),
        retired(library.themes),
    )


def _row(library: Library, theme: Theme) -> ThemeRow:
    own = measures(library, theme)
    return ThemeRow(
        theme,
        addresses.of_entry(theme),
        tuple((m, addresses.of_measure(library.document_of(m), m)) for m in own),
        sum(len(library.duties_of_measure(measure.id)) for measure in own),
        tuple(_row(library, child) for child in narrower(library, theme)),
    )


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.THEMES, "themes.html", partial(view, library))
