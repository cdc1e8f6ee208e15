"""A project's data folder as one library, with everything that could not be read as findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.diagnostics import Diagnostic
from macros.library import Library
from macros.model import Document, EvidenceRecord, Measure, Mechanism, Role, Term, Theme
from macros.store import source


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data folder holds.

    ``library`` has every file that could be read; ``findings`` say what could not. ``sources`` maps
    each file's shown path (``data/registry/roles.yml``) to its text, for showing the line of a
    finding.
    """

    library: Library
    findings: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read ``root/data``."""
    data = root / "data"
    sources: dict[str, str] = {}

    def content(path: Path) -> Any:
        shown = path.relative_to(root).as_posix()
        sources[shown] = path.read_text(encoding="utf-8")
        return source.read(sources[shown], shown)[0]

    def registry(name: str, record: Any) -> Any:
        path = data / "registry" / f"{name}.yml"
        return tuple(record.model_validate(item) for item in content(path)[name])

    documents = []
    for folder in sorted((data / "documents").iterdir()):
        document = Document.model_validate(content(folder / "document.yml"))
        files = sorted((folder / "measures").glob("*.yml"))
        measures = sorted(
            (Measure.model_validate(content(f)) for f in files), key=lambda m: m.number
        )
        text = (folder / document.source.file).read_bytes().decode("utf-8")
        documents.append(document.with_measures(tuple(measures), text))
    library = Library(
        documents=tuple(documents),
        roles=registry("roles", Role),
        mechanisms=registry("mechanisms", Mechanism),
        terms=registry("terms", Term),
        themes=registry("themes", Theme),
        records=registry("records", EvidenceRecord),
    )
    return Loaded(library, (), sources)
