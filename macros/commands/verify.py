"""Hold a built site against the data of its project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.commands.check import check_project
from macros.diagnostics import Diagnostic
from macros.verify import Verdict
from macros.verify import verify as hold_against


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: first in the data itself, and if that is sound, in the site."""

    data: tuple[Diagnostic, ...]
    verdict: Verdict | None


def verify(root: Path, site: Path, on_page: Callable[[int, int], None]) -> Verified:
    """Verify the tree at ``site`` against the data of ``root``.

    Data with errors is no measure for a site, so then the site is not read. Raises
    NotADirectoryError if ``site`` is no folder.
    """
    checked = check_project(root)
    if checked.has_errors:
        return Verified(checked.findings, None)
    return Verified((), hold_against(site, checked.library, on_page=on_page))
