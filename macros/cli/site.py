"""The verbs about the built site, as they are typed."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from macros.check import report
from macros.cli import errors
from macros.cli.console import FindingsFormat, Listed, Root, complain, show
from macros.cli.progress import progress
from macros.commands.build import Outcome
from macros.commands.build import build as build_site
from macros.commands.preview import Preview
from macros.commands.serve import serving
from macros.commands.verify import verify as verify_site
from macros.data.project import Project
from macros.system import fonts, publish
from macros.verify import Figures
from macros.words.catalogue import say

_FOLDER = say("help.root.metavar")
_HERE = "127.0.0.1"


def build(
    root: Root = Path(),
    site: Annotated[
        Path | None, typer.Option("--site", metavar=_FOLDER, help=say("help.site"))
    ] = None,
) -> int:
    """Check, build, verify, put in place."""
    target = site or root / "site"
    _recover(target)
    with errors.explained() as stopped:
        with progress() as tell:
            outcome = build_site(Project(root), target, tell)
        stopped.code = _built(outcome, target)
    if stopped.code != errors.FINE and (target / "index.html").is_file():
        complain(say("build.old-stays", site=target))
    return stopped.code


def verify(
    site: Annotated[
        Path | None, typer.Argument(metavar=_FOLDER, help=say("help.verify.site"))
    ] = None,
    root: Root = Path(),
    listed: Listed = FindingsFormat.TEXT,
) -> int:
    """Hold a built site against data and source."""
    target = site or root / "site"
    _recover(target)
    verified = verify_site(Project(root), target)
    if listed is FindingsFormat.JSON:
        figures = asdict(verified.figures) if verified.figures else None
        show(report.as_json(verified.findings, figures=figures))
    else:
        show(report.as_text(verified.findings, verified.sources))
        show(say("verify.data") if verified.figures is None else _figures(verified.figures))
    return errors.FINDINGS if verified.findings else errors.FINE


def serve(
    root: Root = Path(),
    port: Annotated[
        int,
        typer.Option("--port", metavar=say("help.port.metavar"), help=say("help.port"), min=0),
    ] = 8000,
) -> int:
    """Preview the site, newest data always."""
    show(say("serve.first"))
    try:
        with serving(Project(root), (_HERE, port), _tell) as (url, _):
            show(say("serve.at", url=url))
            # In steps, because on Windows Ctrl+C does not wake an endless wait.
            while not Event().wait(1):
                pass
    except KeyboardInterrupt:
        show(say("serve.ended"))
    return errors.FINE


def _recover(site: Path) -> None:
    """Put a site back that a killed build had set aside, and say so."""
    # Not resolve(): that would follow a link that stands where the site should be.
    if publish.recover(Path(os.path.abspath(site))):  # noqa: PTH100
        complain(say("build.recovered", site=site))


def _built(outcome: Outcome, site: Path) -> int:
    if not outcome.published:
        show(report.as_text(outcome.findings, outcome.sources))
        if outcome.figures is not None:
            show(_figures(outcome.figures))
        complain(say(f"build.refused.{outcome.stage}"))
        return errors.FINDINGS
    if outcome.findings:
        show(report.as_text(outcome.findings, outcome.sources))
    if outcome.figures is not None:
        show(_figures(outcome.figures))
    show(say("build.done", site=site))
    for folder in outcome.left:
        complain(say("build.left", folder=folder))
    if not fonts.available():
        show(say("build.no-font"))
    return errors.FINE


def _figures(figures: Figures) -> str:
    """The figures of a verified site, in a few lines."""
    numbers = asdict(figures)
    lines = [say("verify.shown", **numbers)]
    for source in figures.sources:
        whole = source.shown + source.layout == source.total
        lines.append(say("verify.source" if whole else "verify.source.partly", **asdict(source)))
    return "\n".join((*lines, say("verify.faults", **numbers)))


def _tell(preview: Preview) -> None:
    """Say in the terminal what a change brought about."""
    if preview.report:
        show(preview.report)
    if preview.failure:
        complain(preview.failure)
    key = "serve.failed" if preview.failure else "serve.stale" if preview.stale else "serve.fine"
    show(say(key, version=preview.version))
