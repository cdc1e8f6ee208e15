"""The words of the commands and reports."""

from __future__ import annotations

import re

from macros.words.catalogue import INTERFACE
from tests.projects import REPOSITORY

SOURCES = [
    path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "macros").rglob("*.py"))
]
CODE = "\n".join(SOURCES)
# What changes are told in and what files say are words of other catalogues.
OTHERS = ("macros.words.changes", "macros.words.files")
OURS = "\n".join(source for source in SOURCES if not any(other in source for other in OTHERS))
KEYS = re.findall(r"^([a-z.-]+): ", INTERFACE.path.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_key_in_the_code_has_words() -> None:
    """What the code says stands in the catalogue."""
    said = set(
        re.findall(
            r'(?<!f)"((?:help|report(?!\.css)|severity|stage|stop|usage|serve|verify|build|new|fmt)'
            r'\.[a-z.-]+)"',
            OURS,
        )
    )
    assert said - set(KEYS) == set()


def test_every_key_is_said() -> None:
    """No words are left over: each key stands in the code, whole or as the head of a made one."""
    heads = tuple(re.findall(r'f"([a-z.-]+[.-])\{', CODE))
    left_over = [key for key in KEYS if f'"{key}"' not in CODE and not key.startswith(heads)]
    assert left_over == []
