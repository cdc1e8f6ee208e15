"""A project's data folder as one library, with everything that could not be read as findings."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from macros.data import retired
from macros.data.decode import read
from macros.data.files import Mechanisms, Records, Reviews, Roles, Terms, Themes
from macros.data.scan import ENTRY, ID, VERSION, Folder, is_file, is_folder
from macros.knowledge import Library
from macros.model import (
    Document,
    Guide,
    Measure,
    Pace,
    Record,
    Review,
    ReviewRule,
    SchoolYear,
    SearchWords,
)
from macros.model.release import Release
from macros.system.version import data_version
from macros.text.diagnostics import Diagnostic
from macros.yaml import text

R = TypeVar("R", bound=Record)

_REGISTRIES = ("roles.yml", "mechanisms.yml", "terms.yml", "themes.yml", "records.yml")
_PACE = "pace.yml"
_SOURCE = re.compile(ID.pattern + r"\.txt", re.ASCII)


class Shelf:
    """Reads the files of a data folder and keeps what is wrong with them."""

    def __init__(self, root: Path) -> None:
        """Paths are shown relative to ``root``; ``sources`` maps them to the files' texts."""
        self.folder = Folder(root)
        self.findings: list[Diagnostic] = []
        self.sources: dict[str, str] = {}

    def registries(self, folder: Path) -> Library:
        """The five registries."""
        found = self.folder.named(folder, files=_REGISTRIES)
        roles = self.record(found.get("roles.yml"), Roles)
        mechanisms = self.record(found.get("mechanisms.yml"), Mechanisms)
        terms = self.record(found.get("terms.yml"), Terms)
        themes = self.record(found.get("themes.yml"), Themes)
        records = self.record(found.get("records.yml"), Records)
        return Library(
            roles=roles.roles if roles else (),
            mechanisms=mechanisms.mechanisms if mechanisms else (),
            terms=terms.terms if terms else (),
            themes=themes.themes if themes else (),
            records=records.records if records else (),
        )

    def documents(self, folder: Path) -> tuple[Document, ...]:
        """All documents: the front one, others by the names of their folders, samples last."""
        before = len(self.folder.findings)
        folders = self.folder.matching(folder, ID, folders=True)
        if not folders and len(self.folder.findings) == before:
            self.folder.find("P02", folder / "*" / "document.yml")
        documents = [self._document(one) for one in folders]
        return tuple(sorted(filter(None, documents), key=lambda one: (not one.front, one.sample)))

    def _document(self, folder: Path) -> Document | None:
        """One document with its measures and its text, if ``document.yml`` can be read."""
        main = folder / "document.yml"
        document = self.record(main, Document) if is_file(main) else None
        source = self._source_name(document) if document else None
        if source:
            found = self.folder.named(folder, (main.name, source), ("measures",))
        else:
            # Which file is the source is not known: let the usual name be.
            found = self.folder.named(folder, (main.name,), ("measures",), ("source.txt",))
        measures = self._measures(found["measures"]) if "measures" in found else ()
        text_of_record = self._text(found[source]) if source and source in found else ""
        if document is None or not self._is_called(document, folder.name, "P10"):
            return None
        return retired.of_document(document, measures, text_of_record)

    def _source_name(self, document: Document) -> str | None:
        """The name of the source file, if it is one: a file beside document.yml."""
        name = document.source.file
        if _SOURCE.fullmatch(name):
            return name
        at = document.source.place.at("file")
        self.findings.append(Diagnostic("P11", at, {"name": name}))
        return None

    def _measures(self, folder: Path) -> tuple[Measure, ...]:
        """The measures of a document, by number."""
        paths = self.folder.matching(folder, ENTRY, folders=False)
        measures = self._named(paths, Measure, "P09")
        return tuple(sorted(measures, key=lambda measure: (measure.number, measure.id)))

    def guides(self, library: Library, folder: Path) -> Library:
        """``library`` with the pace and the authored guides, in the order of their files."""
        paths = self.folder.matching(folder, ENTRY, folders=False)
        pace = self.record(next((path for path in paths if path.name == _PACE), None), Pace)
        guides = self._named([path for path in paths if path.name != _PACE], Guide, "P12")
        found = replace(library, guides=tuple(map(retired.of_guide, guides)))
        return replace(found, pace=pace) if pace else found

    def reviews(self, folder: Path) -> tuple[Review, ...]:
        """All reviews, in the order of their files."""
        found = [
            self.record(path, Reviews)
            for path in self.folder.matching(folder, ENTRY, folders=False)
        ]
        return tuple(review for file in found if file for review in file.reviews)

    def releases(self, folder: Path) -> tuple[Release, ...]:
        """The releases, by version."""
        paths = self.folder.matching(folder, VERSION, folders=False)
        releases = self._named(paths, Release, "P13", field="version")
        return tuple(sorted(releases, key=lambda release: release.order))

    def _named(
        self, paths: Iterable[Path], record: type[R], code: str, field: str = "id"
    ) -> list[R]:
        """The records of files that are called as their ``field`` says; a finding for any other."""
        found = []
        for path in paths:
            one = self.record(path, record)
            if one is not None and self._is_called(one, path.stem, code, field):
                found.append(one)
        return found

    def _is_called(self, record: Record, name: str, code: str, field: str = "id") -> bool:
        own = getattr(record, field)
        if own != name:
            params = {"id": own, "name": name}
            self.findings.append(Diagnostic(code, record.place.at(field), params, name))
        return bool(own == name)

    def record(self, path: Path | None, record: type[R]) -> R | None:
        """The record that a file holds; None for no path."""
        if path is None:
            return None
        raw = self.folder.read(path, text.MOST_BYTES + 1)
        if raw is None:
            return None
        shown = self.folder.shown(path)
        found = read(raw, record, shown)
        self.sources[shown] = found.text
        self.findings.extend(found.findings)
        return found.record

    def _text(self, path: Path) -> str:
        """The text of record, or "" if it cannot be read."""
        raw = self.folder.read(path, text.MOST_BYTES + 1)
        if raw is None:
            return ""
        shown = self.folder.shown(path)
        found = text.decode(raw, shown, of_record=True)
        self.sources[shown] = found.text
        self.findings.extend(found.findings)
        return "" if found.findings else found.text


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
