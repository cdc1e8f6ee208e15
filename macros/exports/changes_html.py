"""What changed as one HTML file that needs no other: for a mail, a shared folder, a meeting."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from macros.changes.report import Report
from macros.views.render import Renderer
from macros.views.stylesheet import report_stylesheet


@dataclass(frozen=True, slots=True)
class ReportFile:
    """What the file shows; ``styles`` is a style sheet as an address that holds its content."""

    title: str
    report: Report
    styles: str


def as_html(overrides: Path, report: Report, title: str) -> str:
    """The whole file; ``overrides`` is the project's folder of templates and style sheets.

    Raises OSError if a style sheet cannot be read, ``jinja2.TemplateError`` for a template.
    """
    sheet = report_stylesheet(overrides)
    styles = f"data:text/css;base64,{b64encode(sheet.encode()).decode('ascii')}"
    view = ReportFile(title, report, styles)
    return str(Renderer(overrides / "fragments").render("changes_report.html", view, "")) + "\n"
