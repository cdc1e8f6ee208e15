"""What every form of a report says of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from macros.knowledge import addresses
from macros.text.diagnostics import Diagnostic, Severity
from macros.words.catalogue import say
from macros.words.messages import message


def manual(code: str) -> str:
    """Where a code is explained, with a bad and a good example: the address below the site."""
    return str(addresses.of_diagnostic(code))


def counts(findings: Sequence[Diagnostic]) -> dict[str, int]:
    """How many findings there are of each severity."""
    found = Counter(message(finding.code).severity for finding in findings)
    return {severity.value: found[severity] for severity in Severity}


def whole(found: Diagnostic) -> str:
    """All that is said of a finding but its place, a line each."""
    words = message(found.code)
    lines = [words.says(found.params), words.advises(found.params)]
    if found.suggestion is not None:
        lines.append(say("report.suggestion", suggestion=found.suggestion))
    lines.append(say("report.more", page=manual(found.code)))
    return "\n".join(lines)
