"""What is retired and has a page of its own: who knows it by name still finds what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Entry, Measure, Part

Paged = Entry | Part | Measure


def retired(library: Library) -> Iterator[tuple[Paged, Address]]:
    """Retired measures, parts, roles, mechanisms, terms, themes and guides, with their pages."""
    return (found for found in _paged(library) if found[0].retired is not None)


def _paged(library: Library) -> Iterator[tuple[Paged, Address]]:
    for document in library.documents:
        for measure in document.former_measures:
            yield measure, addresses.of_measure(document, measure)
        for part in document.former_parts:
            yield part, addresses.of_part(document, part)
    for role in library.roles:
        yield role, addresses.of_role(role)
    for mechanism in library.mechanisms:
        yield mechanism, addresses.of_mechanism(mechanism)
    for term in library.terms:
        yield term, addresses.of_term(term)
    for theme in library.themes:
        yield theme, addresses.of_theme(theme)
    for guide in library.guides:
        yield guide, addresses.of_guide(guide.id)
