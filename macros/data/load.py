"""A project's data folder as one library, with everything that could not be read as findings."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.data.scan import is_folder
from macros.knowledge import Library
from macros.model import ReviewRule, SchoolYear, SearchWords
from macros.store.shelf import Shelf
from macros.system.version import data_version
from macros.text.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data folder holds.

    ``library`` has every file that could be read; ``findings`` say what could not, sorted by place.
    A file with a finding is left out, and the library is then not ``complete``. ``sources`` maps
    each file's shown path (``data/registry/roles.yml``) to its text, for showing the line of a
    finding.
    """

    library: Library
    findings: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read ``root/data``. Never raises: whatever is wrong comes as findings."""
    with _without_collecting():
        return _load(root)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage among records that all stay: half the time of a load."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(root: Path) -> Loaded:
    shelf = Shelf(root)
    data = root / "data"
    library = Library()
    if is_folder(data):
        top = shelf.folder.named(
            data,
            folders=("registry", "documents"),
            optional=("calendar.yml", "search.yml", "review.yml"),
            optional_folders=("guides", "reviews", "releases"),
        )
        if "registry" in top:
            library = shelf.registries(top["registry"])
        if "documents" in top:
            library = replace(library, documents=shelf.documents(top["documents"]))
        if words := shelf.record(top.get("search.yml"), SearchWords):
            library = replace(library, search_words=words)
        if year := shelf.record(top.get("calendar.yml"), SchoolYear):
            library = replace(library, school_year=year)
        if "guides" in top:
            library = shelf.guides(library, top["guides"])
        if "reviews" in top:
            library = replace(library, reviews=shelf.reviews(top["reviews"]))
        if "releases" in top:
            library = replace(library, releases=shelf.releases(top["releases"]))
        if rule := shelf.record(top.get("review.yml"), ReviewRule):
            library = replace(library, review_rule=rule)
    else:
        shelf.folder.find("P01", data)
    findings = sorted((*shelf.folder.findings, *shelf.findings), key=lambda found: found.order)
    if not findings:
        return Loaded(replace(library, version=data_version(data)), (), shelf.sources)
    library = replace(library, complete=False)
    return Loaded(library, tuple(findings), shelf.sources)


class NoDataError(Exception):
    """The folder is no project: it has no ``data`` folder."""


def require_project(root: Path) -> None:
    """Raise NoDataError unless ``root`` is the folder of a project."""
    if not (root / "data").is_dir():
        raise NoDataError(root)
