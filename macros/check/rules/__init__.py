"""The rules of the data contract: a library in, findings out."""

from __future__ import annotations

from macros.check.rules import (
    basis,
    blanks,
    calendar,
    definitions,
    drafts,
    duties,
    facts,
    guides,
    ids,
    names,
    order,
    questions,
    references,
    relations,
    releases,
    reviews,
    text,
    usage,
)
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.text.diagnostics import Diagnostic

_FAMILIES = (
    text,
    order,
    blanks,
    basis,
    duties,
    drafts,
    ids,
    references,
    usage,
    names,
    relations,
    definitions,
    questions,
    guides,
    calendar,
    facts,
    reviews,
    releases,
)
# A family may stand in several files; its codes go up all the same.
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)

__all__ = ["RULES", "Rule", "check"]


def check(library: Library) -> tuple[Diagnostic, ...]:
    """Everything the rules find, by place; rules that need the whole library ask whether it is."""
    found = (
        finding
        for rule in RULES
        if library.complete or not rule.whole
        for finding in rule.check(library)
    )
    return tuple(sorted(found, key=lambda finding: finding.order))
