"""Read the data and let the rules judge it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from macros.check import rules
from macros.check.settings import FILE, settings
from macros.data.project import Project
from macros.knowledge import Library
from macros.text.diagnostics import Diagnostic, Severity
from macros.words.messages import message


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

    def new_since(self, before: Checked) -> tuple[Diagnostic, ...]:
        """The findings that were not there ``before``; one whose line has moved was."""
        known = Counter(map(_apart_from_place, before.findings))
        new = []
        for found in self.findings:
            key = _apart_from_place(found)
            known[key] -= 1
            if known[key] < 0:
                new.append(found)
        return tuple(new)


def check_project(project: Project) -> Checked:
    """What the rules find in a project."""
    loaded = project.loaded
    unsettled, text = settings(project.settings)
    findings = (*loaded.findings, *unsettled, *rules.check(loaded.library))
    ordered = tuple(sorted(findings, key=lambda found: found.order))
    sources = {**loaded.sources, FILE: text} if unsettled else loaded.sources
    return Checked(loaded.library, ordered, sources)


def _apart_from_place(finding: Diagnostic) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """A finding without its line, which moves when lines come in above it."""
    return finding.code, finding.location.file, tuple(sorted(finding.params.items()))
