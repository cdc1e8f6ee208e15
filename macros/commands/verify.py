"""Hold a built site against the data of its project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.check.project import check_project
from macros.data.project import Project
from macros.text.diagnostics import Diagnostic
from macros.verify import Figures
from macros.verify import verify as hold_against


class NoSiteError(Exception):
    """The folder that should hold the site is none."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: in the site, or in the data itself, and then there are no ``figures``.

    ``sources`` are the files that findings on the data stand in.
    """

    findings: tuple[Diagnostic, ...]
    figures: Figures | None
    sources: Mapping[str, str] = field(default_factory=dict)


def verify(
    project: Project, site: Path, on_page: Callable[[int, int], None] | None = None
) -> Verified:
    """Verify the tree at ``site`` against the data of a project.

    Data with errors is no measure for a site, so then the site is not read. Raises NoSiteError if
    ``site`` is no folder.
    """
    checked = check_project(project)
    if checked.has_errors:
        return Verified(checked.findings, None, checked.sources)
    if not site.is_dir():
        raise NoSiteError(site)
    verdict = hold_against(site, checked.library, project.version, on_page=on_page)
    return Verified(verdict.findings, verdict.figures)
