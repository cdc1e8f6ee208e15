"""Findings in the forms that people, programs and code hosts read."""

from macros.report.github import as_github
from macros.report.gitlab import as_gitlab
from macros.report.sarif import as_sarif
from macros.report.serial import as_json
from macros.report.text import as_text, visible

__all__ = ["as_github", "as_gitlab", "as_json", "as_sarif", "as_text", "visible"]
