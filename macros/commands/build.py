"""Check the data, build the site into a fresh folder, verify it, put it in place."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from macros.check.project import check_project
from macros.data.project import Project
from macros.exports.making import Workshop
from macros.system import publish
from macros.text.diagnostics import Diagnostic
from macros.verify import Figures, verify
from macros.website import build_tree


class Stage(StrEnum):
    """Where a build stands."""

    CHECK = "check"
    FILES = "files"
    RENDER = "render"
    VERIFY = "verify"
    PUBLISH = "publish"


# Told the stage, how many pages or files are done, and how many there are (0 if not known).
Progress = Callable[[Stage, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended.

    ``findings`` are those of the stage that stopped it, or the warnings and notices of a good one;
    ``sources`` are the files they stand in. ``figures`` are there once the tree was verified.
    ``left`` are folders beside the site that could not be cleared away; nobody needs them.
    """

    published: bool
    stage: Stage
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    figures: Figures | None = None
    left: tuple[Path, ...] = ()


def build(project: Project, site: Path, progress: Progress) -> Outcome:
    """Build the site of a project and put the result at ``site``.

    On any fault, exceptions included, the old ``site`` stays as it was. Raises
    ``publish.NotOursError`` if ``site`` holds something else, ``lock.BusyError`` if somebody builds
    it already, ``files.MakeError`` if a file cannot be made, ``website.BuildError`` if the pages
    cannot be rendered, OSError if the disk refuses.
    """
    # Not resolve(): that would follow a link that stands where the site should be.
    site = Path(os.path.abspath(site))  # noqa: PTH100
    if any(site.is_relative_to(folder.resolve()) for folder in project.inputs):
        raise publish.NotOursError(site)
    publish.refuse_foreign(site)
    progress(Stage.CHECK, 0, 0)
    checked = check_project(project)
    if checked.has_errors:
        return Outcome(False, Stage.CHECK, checked.findings, checked.sources)
    progress(Stage.FILES, 0, 0)
    made = Workshop.of(project, checked.library).all(
        lambda done, total: progress(Stage.FILES, done, total)
    )
    with publish.workshop(site) as fresh:
        build_tree(
            project,
            fresh,
            lambda done, total: progress(Stage.RENDER, done, total),
            checked.library,
            made,
        )
        verdict = verify(
            fresh,
            checked.library,
            project.version,
            on_page=lambda done, total: progress(Stage.VERIFY, done, total),
        )
        if verdict.findings:
            return Outcome(False, Stage.VERIFY, verdict.findings, figures=verdict.figures)
        progress(Stage.PUBLISH, 0, 0)
        publish.replace(site, fresh)
    left = publish.leftovers(site)
    return Outcome(True, Stage.PUBLISH, checked.findings, checked.sources, verdict.figures, left)
