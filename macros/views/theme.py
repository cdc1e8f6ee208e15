"""A theme's page: what belongs to it, across the parts of the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.knowledge.guides import catalogue
from macros.knowledge.guides.passages import measures_of_theme
from macros.model import Document, Measure, Part, Theme
from macros.views.page import Page
from macros.views.parts import duty
from macros.views.parts.duty import DutyView
from macros.views.parts.entry import Link, Retirement, link, retirement
from macros.views.study import Door, door


@dataclass(frozen=True, slots=True)
class ThemedMeasure:
    """A measure of a theme; ``themes`` are the narrower themes that brought it here."""

    measure: Measure
    address: Address
    themes: tuple[Link, ...]
    duties: tuple[DutyView, ...]


@dataclass(frozen=True, slots=True)
class ThemedPart:
    """The measures of a theme in one part."""

    part: Part
    address: Address
    measures: tuple[ThemedMeasure, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """What stands on a theme's page."""

    theme: Theme
    retirement: Retirement | None
    parent: Link | None
    narrower: tuple[tuple[Theme, Address, int], ...]
    parts: tuple[ThemedPart, ...]
    measures: int
    duties: int
    guide: Door | None


def narrower(library: Library, theme: Theme) -> tuple[Theme, ...]:
    """The themes in use directly under ``theme``, in the registry's order."""
    return tuple(t for t in library.themes if t.parent == theme.id and t.retired is None)


def measures(library: Library, theme: Theme) -> tuple[Measure, ...]:
    """The measures of a theme and of all narrower ones, each once, in the order of the text."""
    found = measures_of_theme(library, theme.id)
    return tuple(measure for measure in library.measures if measure.id in found)


def view(library: Library, theme: Theme) -> ThemeView:
    """The view of one theme."""
    below = {t.id: t for t in library.themes if theme.id in library.broader(t.id)[1:]}
    own = measures(library, theme)
    parts = tuple(
        ThemedPart(
            part,
            addresses.of_part(document, part),
            tuple(_themed(library, document, m, below) for m in group),
        )
        for document in library.documents
        for part in document.parts
        if (group := [m for m in own if m.part == part.id])
    )
    return ThemeView(
        theme,
        retirement(library, theme),
        link(library, theme.parent),
        tuple(
            (child, addresses.of_entry(child), len(measures(library, child)))
            for child in narrower(library, theme)
        ),
        parts,
        len(own),
        sum(len(library.duties_of_measure(measure.id)) for measure in own),
        door(found) if (found := catalogue.of_theme(library, theme.id)) else None,
    )


def _themed(
    library: Library, document: Document, measure: Measure, below: dict[str, Theme]
) -> ThemedMeasure:
    return ThemedMeasure(
        measure,
        addresses.of_measure(document, measure),
        tuple(
            Link(below[id_].label, addresses.of_entry(below[id_]))
            for id_ in measure.themes
            if id_ in below
        ),
        tuple(duty.view(library, found) for found in library.duties_of_measure(measure.id)),
    )


def pages(library: Library) -> Iterator[Page]:
    """One page a theme, retired ones included."""
    for theme in library.themes:
        parent = library.theme(theme.parent) if theme.parent else None
        above = (addresses.of_entry(parent),) if parent else ()
        yield Page(
            addresses.of_entry(theme),
            "theme.html",
            partial(view, library, theme),
            trail=(addresses.THEMES, *above),
            source=theme.place.value.file,
        )
