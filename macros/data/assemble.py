"""Records put together: what the files of a data folder hold as one library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from macros.data import retired
from macros.data.files import REGISTRIES, Reviews
from macros.data.reading import FilesRead
from macros.knowledge import Library
from macros.model import Document, Guide, Measure, Pace, Record, ReviewRule, SchoolYear, SearchWords
from macros.model.release import Release
from macros.text.diagnostics import Diagnostic

R = TypeVar("R", bound=Record)

# The field that names a record, and the code of the finding if its file is called otherwise.
_CALLED: Mapping[type[Record], tuple[str, str]] = {
    Measure: ("id", "P09"),
    Document: ("id", "P10"),
    Guide: ("id", "P12"),
    Release: ("version", "P13"),
}


def assemble(files: FilesRead) -> Library:
    """The library of all that could be read.

    A record that its file is not called after is left out; :func:`misnamed` says which these are.
    """
    library = Library(
        documents=_documents(files),
        guides=tuple(map(retired.apart, _called(files.of(Guide)))),
        reviews=tuple(one for _, file in files.of(Reviews) for one in file.reviews),
        releases=tuple(sorted(_called(files.of(Release)), key=lambda release: release.order)),
    )
    for kind, registry in REGISTRIES.items():
        for _, file in files.of(registry):
            library = replace(library, **{kind.row.listed: getattr(file, kind.row.listed)})
    for _, pace in files.of(Pace):
        library = replace(library, pace=pace)
    for _, words in files.of(SearchWords):
        library = replace(library, search_words=words)
    for _, year in files.of(SchoolYear):
        library = replace(library, school_year=year)
    for _, rule in files.of(ReviewRule):
        library = replace(library, review_rule=rule)
    return library


def misnamed(files: FilesRead) -> Iterator[Diagnostic]:
    """A finding for each record whose file or folder is not called as it says itself."""
    for kind, (field, code) in _CALLED.items():
        for shown, record in files.of(kind):
            own, name = getattr(record, field), _name(shown, record)
            if own != name:
                yield Diagnostic(code, record.place.at(field), {"id": own, "name": name}, name)


def _documents(files: FilesRead) -> tuple[Document, ...]:
    """All documents with their measures: the front one, others by their folders, samples last."""
    measures: dict[PurePosixPath, list[tuple[str, Measure]]] = {}
    for shown, measure in files.of(Measure):
        measures.setdefault(PurePosixPath(shown).parents[1], []).append((shown, measure))
    found = []
    for shown, document in files.of(Document):
        if _name(shown, document) != document.id:
            continue
        folder = PurePosixPath(shown).parent
        own = sorted(_called(measures.get(folder, ())), key=lambda one: (one.number, one.id))
        source = files.sources.get(str(folder / document.source.file))
        text = "" if source is None or source.findings else source.text
        found.append(retired.apart(document.with_measures(tuple(own), text)))
    return tuple(sorted(found, key=lambda one: (not one.front, one.sample)))


def _called(files: Iterable[tuple[str, R]]) -> Iterator[R]:
    """The records that their files are called after."""
    for shown, record in files:
        field, _ = _CALLED[type(record)]
        if getattr(record, field) == _name(shown, record):
            yield record


def _name(shown: str, record: Record) -> str:
    """What a file is called, or the folder of a document."""
    path = PurePosixPath(shown)
    return path.parent.name if isinstance(record, Document) else path.stem
