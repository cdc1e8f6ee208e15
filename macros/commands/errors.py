"""Errors of commands: a call that makes no sense, a forbidden one, data with errors."""

from __future__ import annotations

from macros.check.project import Checked


class MisuseError(Exception):
    """What was typed makes no sense here; ``key`` leads to the words, ``params`` fill them.

    ``suggestion`` is what was probably meant.
    """

    def __init__(self, key: str, suggestion: str | None = None, **params: str) -> None:
        super().__init__(key)
        self.key = key
        self.suggestion = suggestion
        self.params = params


class ForbiddenError(MisuseError):
    """What was typed makes sense, but the rules of the library forbid it."""


class FaultyDataError(Exception):
    """The data has errors, so that nobody can say what would be done; ``checked`` has them."""

    def __init__(self, checked: Checked) -> None:
        super().__init__()
        self.checked = checked
