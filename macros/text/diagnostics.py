"""A finding, as a value: what is wrong, how grave it is, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from macros.text.location import Location

MOST_OTHERS = 4
"""How many more places are named of a fault that shows in many."""


class Severity(StrEnum):
    """How grave a finding is: an error stops the build, a notice never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``code`` names an entry of ``messages.zh.yml``, which holds the severity, the Chinese message,
    the hint and the example; ``params`` fill the message's ``{placeholders}``. ``suggestion`` is
    the value the editor probably meant, if there is one ("did you mean"). ``also`` names other
    places that belong to the finding, such as the first use of a duplicate id.
    """

    code: str
    location: Location
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    suggestion: str | None = None
    also: tuple[Location, ...] = ()

    @property
    def order(self) -> tuple[Location, str, tuple[tuple[str, str], ...]]:
        """Sort key: by place, then by code, then by content; total, so that output is stable."""
        return self.location, self.code, tuple(sorted(self.params.items()))
