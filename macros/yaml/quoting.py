"""A text as one YAML scalar on one line: as it is where that is safe, else in double quotes."""

from __future__ import annotations

import re

import yaml

from macros.yaml.characters import is_unseen, without_unseen

# Begins with a letter, a digit or a character beyond ASCII, and no blank stands at its end.
_SAFE = re.compile(r"[A-Za-z0-9\u0080-\U0010ffff](?:.*[^ \n])?")
# What ends a plain scalar or begins a comment, in lines and inside braces or brackets.
_ENDS = re.compile(r":(?: |$)| #")
_ENDS_IN_FLOW = re.compile(r"[,:\[\]{}]| #")

_RESOLVER = yaml.resolver.Resolver()
_TEXT = "tag:yaml.org,2002:str"


def written(text: str, *, in_flow: bool) -> str:
    """``text`` as a scalar; what another program would take for a number or a date is quoted."""
    ends = _ENDS_IN_FLOW if in_flow else _ENDS
    plain = _SAFE.fullmatch(text) and without_unseen(text) == text
    if plain and not ends.search(text) and _is_text_to_others(text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """``text`` in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if without_unseen(text) != text:
        escaped = "".join(f"\\u{ord(c):04X}" if is_unseen(c) else c for c in escaped)
    return f'"{escaped}"'


def _is_text_to_others(plain: str) -> bool:
    kind = _RESOLVER.resolve(yaml.ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]
    return bool(kind == _TEXT)
