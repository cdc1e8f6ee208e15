"""Read the data and let the rules judge it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import rules
from macros.diagnostics import Diagnostic, Severity
from macros.library import Library
from macros.messages import message
from macros.store import load


class NoDataError(Exception):
    """The folder is no project: it has no ``data`` folder."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a project's data holds and everything found in it, by place.

    ``sources`` maps each file's shown path to its text.
    """

    library: Library
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, str]

    @property
    def has_errors(self) -> bool:
        """Whether one of the findings forbids a build."""
        return any(message(found.code).severity is Severity.ERROR for found in self.findings)


def check_project(root: Path) -> Checked:
    """Check the project in ``root``; NoDataError if it is none."""
    if not (root / "data").is_dir():
        raise NoDataError(root)
    loaded = load(root)
    findings = (*loaded.findings, *rules.check(loaded.library))
    ordered = tuple(sorted(findings, key=lambda found: found.order))
    return Checked(loaded.library, ordered, loaded.sources)
