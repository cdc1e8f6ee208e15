"""A project's data folder as one library, with everything that could not be read as findings."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from macros.data.assemble import assemble, misnamed
from macros.data.reading import FilesRead, read_files
from macros.data.scan import scan
from macros.knowledge import Library
from macros.system.version import data_version
from macros.text.diagnostics import Diagnostic

_NOTHING = FilesRead()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a data folder holds.

    ``library`` has every file that could be read; ``findings`` say what could not, sorted by place.
    A file with a finding is left out, and the library is then not ``complete``. ``files`` is what
    was read of each.
    """

    library: Library
    findings: tuple[Diagnostic, ...]
    files: FilesRead

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file by its shown path, ``data/registry/roles.yml``."""
        return self.files.texts


def load(root: Path, known: FilesRead = _NOTHING) -> Loaded:
    """Read ``root/data``. Never raises: whatever is wrong comes as findings.

    What is ``known`` was read of files that are as they were then; they are not opened again.
    """
    with _without_collecting():
        files = read_files(scan(root), known)
        library = assemble(files)
        findings = sorted((*files.findings, *misnamed(files)), key=lambda found: found.order)
        if findings:
            library = replace(library, complete=False)
        else:
            library = replace(library, version=data_version(root / "data"))
    return Loaded(library, tuple(findings), files)


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
