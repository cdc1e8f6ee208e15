"""Canonical form for data files: laid out anew, comments kept, nothing else changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from macros.commands.errors import MisuseError
from macros.data import Draft, UnreadableError
from macros.data.canonical import canonical
from macros.data.files import FILED, kind_of
from macros.data.project import Project
from macros.data.rewrite import write_together
from macros.text.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Formatted:
    """How many files were looked at, which of them were not in canonical form, which are faulty."""

    looked: int
    changed: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def fmt(project: Project, paths: Sequence[Path] = (), *, write: bool) -> Formatted:
    """Bring the data files at and below ``paths`` into canonical form; all of them for no path.

    Nothing is written unless ``write``. A file that cannot be read is left alone, and so is a file
    in canonical form. Raises MisuseError for a path at which no data file stands,
    ``lock.BusyError`` if another program writes the data, OSError.
    """
    with project.writing() if write else nullcontext():
        return _formatted(project, paths, write=write)


def _formatted(project: Project, paths: Sequence[Path], *, write: bool) -> Formatted:
    every = dict(_files(project))
    places = {file: _real(known) for file, known in every.items()} if paths else {}
    chosen = sorted({file for path in paths for file in _at(path, places)} if paths else every)
    changed: dict[str, str] = {}
    findings: list[Diagnostic] = []
    sources: dict[str, str] = {}
    for file in chosen:
        try:
            draft = _draft(every[file], file)
        except UnreadableError as error:
            findings.extend(error.findings)
            sources.update(error.sources)
            continue
        text = canonical(draft.tree, draft.record)
        if text != draft.text:
            changed[file] = text
    if write:
        write_together(project, changed)
    return Formatted(len(chosen), tuple(changed), tuple(findings), sources)


def _files(project: Project) -> Iterator[tuple[str, Path]]:
    """The data files of a project by their shown paths; none that a link leads to."""
    data = _real(project.data)
    for pattern, _ in FILED:
        for path in project.root.glob(pattern):
            is_here = _real(path) == data / path.relative_to(project.data)
            shown = path.relative_to(project.root)
            hidden = any(step.startswith(".") for step in shown.parts)
            if is_here and path.is_file() and not hidden:
                yield shown.as_posix(), path


def _at(path: Path, places: Mapping[str, Path]) -> list[str]:
    """The files at and below ``path``, of those at these ``places``."""
    wanted = _real(path)
    found = [file for file, place in places.items() if place.is_relative_to(wanted)]
    if not found:
        raise MisuseError("fmt.no-file", path=str(path))
    return found


def _real(path: Path) -> Path:
    """Where links lead; one that leads back to itself, to itself."""
    return Path(os.path.realpath(path))


def _draft(path: Path, file: str) -> Draft:
    record = kind_of(file)
    assert record is not None  # its path came from the list of kinds
    return Draft.read(path.read_bytes(), record, file)
