"""A finding, as a value: what is wrong, how grave it is, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from macros.text.location import Location

MOST_OTHERS = 4
"""How many more places are named of a fault that shows in many."""
MOST_FINDINGS = 200
"""How many findings one file may have; of more, nobody reads the rest."""


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


def limited(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The ``findings`` of one file: the first ones, and Y46 on the file if there are more."""
    if len(findings) <= MOST_FINDINGS:
        return tuple(findings)
    # Whoever read a part of the file may have stopped already.
    listed = (finding for finding in findings if finding.code != "Y46")
    first = sorted(listed, key=lambda finding: finding.order)[:MOST_FINDINGS]
    return (*first, too_many(first[0].location.file))


def too_many(file: str) -> Diagnostic:
    """What is said of a file with more findings than are listed."""
    return Diagnostic("Y46", Location(file), {"most": str(MOST_FINDINGS)})
