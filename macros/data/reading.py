"""The files of a data folder, each read into a record with its places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from macros.data.decode import Decoded, read
from macros.data.files import kind_of
from macros.data.names import FolderMember, Listing, fault, wanted
from macros.data.scan import MAIN, MEASURES, Scanned
from macros.model import ID_PATTERN, Document, Record
from macros.text.diagnostics import Diagnostic
from macros.yaml import text
from macros.yaml.text import Text

R = TypeVar("R", bound=Record)

# A file beside document.yml.
_SOURCE = re.compile(rf"{ID_PATTERN}\.txt", re.ASCII)
# What is taken for the source while the document does not say which file it is.
_USUAL = "source.txt"


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What was read of each file, by its shown path, and what is wrong with ``names``.

    ``sources`` are the texts of record; their findings and those of ``records`` stand with them.
    """

    records: Mapping[str, Decoded[Record]] = field(default_factory=dict)
    sources: Mapping[str, Text] = field(default_factory=dict)
    names: tuple[Diagnostic, ...] = ()

    @property
    def findings(self) -> Iterator[Diagnostic]:
        """Everything that is wrong with names and files, in no order."""
        yield from self.names
        for decoded in self.records.values():
            yield from decoded.findings
        for source in self.sources.values():
            yield from source.findings

    @property
    def texts(self) -> dict[str, str]:
        """The text of each file, for showing the line of a finding."""
        texts = {shown: decoded.text for shown, decoded in self.records.items()}
        return texts | {shown: source.text for shown, source in self.sources.items()}

    def of(self, record: type[R]) -> Iterator[tuple[str, R]]:
        """The records of a kind with the shown paths of their files, in the order of the scan."""
        for shown, decoded in self.records.items():
            if isinstance(decoded.record, record):
                yield shown, decoded.record

    def without(self, files: Collection[str]) -> FilesRead:
        """What was read of all files but these."""
        records = {shown: one for shown, one in self.records.items() if shown not in files}
        sources = {shown: one for shown, one in self.sources.items() if shown not in files}
        return FilesRead(records, sources)


def read_files(found: Scanned, known: FilesRead) -> FilesRead:
    """Every file that a scan found; those that are ``known`` are not opened again. Never raises."""
    names = list(found.findings)
    records: dict[str, Decoded[Record]] = {}
    sources: dict[str, Text] = {}
    for file in found.files:
        record = kind_of(file.shown)
        assert record is not None  # the scan wants no others
        if one := known.records.get(file.shown):
            records[file.shown] = one
        elif (raw := _raw(file.path)) is None:
            names.append(fault("P06", file.shown))
        else:
            records[file.shown] = read(raw, record, file.shown)
    for folder in found.documents:
        main = records.get(f"{folder.shown}/{MAIN}")
        source, said = _source(folder, main.record if main else None)
        names.extend(said)
        if source is None:
            continue
        if (text_of := known.sources.get(source.shown)) is not None:
            sources[source.shown] = text_of
        elif (raw := _raw(source.path)) is None:
            names.append(fault("P06", source.shown))
        else:
            sources[source.shown] = text.decode(raw, source.shown, of_record=True)
    return FilesRead(records, sources, tuple(names))


def _source(
    folder: Listing, document: Record | None
) -> tuple[FolderMember | None, list[Diagnostic]]:
    """The file of a document's text, if it is known, and what is wrong with names beside it."""
    said: list[Diagnostic] = []
    source = None
    if isinstance(document, Document):
        source = document.source.file
        if not _SOURCE.fullmatch(source):
            said.append(Diagnostic("P11", document.source.place.at("file"), {"name": source}))
            source = None
    # Where the document does not say which file is the source, let the usual name be.
    names = ((MAIN, source), ()) if source else ((MAIN,), (_USUAL,))
    found = None
    for one in wanted(folder, names[0], (MEASURES,), names[1]):
        if isinstance(one, Diagnostic):
            said.append(one)
        elif one.path.name == source:
            found = one
    return found, said


def _raw(path: Path) -> bytes | None:
    """The bytes of a file, of a large one as many as no file may have; None if it stays closed."""
    try:
        with path.open("rb") as file:
            return file.read(text.MOST_BYTES + 1)
    except OSError:
        return None
