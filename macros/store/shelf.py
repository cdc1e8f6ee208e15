"""The files of a data folder read as records: registries, and documents with their measures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from macros.data import retired
from macros.data.decode import read
from macros.data.scan import ENTRY, ID, VERSION, Folder, is_file
from macros.knowledge import Library
from macros.model import Document, Guide, Measure, Pace, Record, Review
from macros.model.release import Release
from macros.store.registries import Mechanisms, Records, Reviews, Roles, Terms, Themes
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
        """All documents, in the order of their folders' names; samples come last."""
        before = len(self.folder.findings)
        folders = self.folder.matching(folder, ID, folders=True)
        if not folders and len(self.folder.findings) == before:
            self.folder.find("P02", folder / "*" / "document.yml")
        documents = [self._document(one) for one in folders]
        return tuple(sorted(filter(None, documents), key=lambda document: document.sample))

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
