"""What changed from version to version of the data, for readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from macros.changes.names import names
from macros.changes.report import Report, report
from macros.changes.sentences import Names
from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Entry
from macros.model.kinds import Kind
from macros.model.release import Release
from macros.views.page import Page


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """One version: what the editor says of it, and what changed since the one before.

    ``previous`` is that one, or None for the first.
    """

    release: Release
    previous: Release | None
    report: Report

    @property
    def anchor(self) -> str:
        """Its anchor on the page of changes."""
        return f"v{self.release.version.replace('.', '-')}"


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All versions, newest first; ``links`` are the addresses of what is still there, by id."""

    releases: tuple[ReleaseView, ...]
    links: Mapping[str, Address]
    about: Address


def view(library: Library) -> ChangesView:
    """The view of all versions."""
    called = names(library)
    shown = tuple(_release(library, place, called) for place in range(len(library.releases)))
    return ChangesView(shown[::-1], dict(_links(library)), addresses.ABOUT)


def latest(library: Library) -> ReleaseView | None:
    """The newest version."""
    if not library.releases:
        return None
    return _release(library, len(library.releases) - 1, names(library))


def _release(library: Library, place: int, called: Names) -> ReleaseView:
    release = library.releases[place]
    previous = library.releases[place - 1] if place else None
    return ReleaseView(release, previous, report(release.content, called))


def _links(library: Library) -> Iterator[tuple[str, Address]]:
    """All but questions, whose answers are not to be met there; of texts, only what holds."""
    for found in library.entries:
        held = isinstance(found.record, Entry) or found.retired_with is None
        address = addresses.of(found) if held and found.kind is not Kind.QUESTION else None
        if address:
            yield found.id, address


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(addresses.CHANGES, "changes.html", partial(view, library))
