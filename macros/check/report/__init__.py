"""Findings in the forms that people, programs and code hosts read."""

from macros.check.report.hosts import as_github, as_gitlab
from macros.check.report.json_ import as_json
from macros.check.report.sarif import as_sarif
from macros.check.report.text import as_text
from macros.text.punctuation import visible

__all__ = ["as_github", "as_gitlab", "as_json", "as_sarif", "as_text", "visible"]
