"""The words of the commands and reports."""

from __future__ import annotations

import re
from pathlib import Path

from macros import words

CODE = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(Path(words.__file__).parent.rglob("*.py"))
)
KEYS = re.findall(r"^([a-z.-]+): ", words.CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_key_in_the_code_has_words() -> None:
    """What the code says stands in the catalogue."""
    said = set(
        re.findall(
            r'(?<!f)"((?:help|report|severity|stage|stop|usage|serve|verify|build)\.[a-z.-]+)"',
            CODE,
        )
    )
    assert said - set(KEYS) == set()


def test_every_key_is_said() -> None:
    """No words are left over: each key stands in the code, whole or as the head of a made one."""
    heads = tuple(re.findall(r'f"([a-z.-]+\.)\{', CODE))
    left_over = [key for key in KEYS if f'"{key}"' not in CODE and not key.startswith(heads)]
    assert left_over == []
