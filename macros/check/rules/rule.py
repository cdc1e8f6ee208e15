"""What a rule is: a code, and a generator that reads the library and yields its findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.knowledge import Library
from macros.text.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    ``check`` yields findings of ``code`` alone, and its docstring is the rule's manual. A rule that
    asks for what stands elsewhere in the library is ``whole``: it stays silent while a file could
    not be read, instead of blaming what is merely missing.
    """

    code: str
    check: Callable[[Library], Iterator[Diagnostic]]
    whole: bool = False
