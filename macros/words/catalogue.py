"""Words by their keys: a file of them, and the words that commands and reports say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.yaml.shipped import shipped


class Catalogue:
    """The words of the file ``<name>.zh.yml`` beside this one."""

    def __init__(self, name: str) -> None:
        """Nothing is read before something is said."""
        self.path = Path(__file__).with_name(f"{name}.zh.yml")

    def say(self, key: str, **values: object) -> str:
        """The words under ``key`` with their placeholders filled; KeyError if there are none."""
        words = self.words[key]
        return words.format(**values) if values else words

    def has(self, key: str) -> bool:
        """Whether there are words under ``key``."""
        return key in self.words

    @property
    def words(self) -> Mapping[str, str]:
        """All words by their keys."""
        return shipped(self.path)


INTERFACE = Catalogue("words")
say, has = INTERFACE.say, INTERFACE.has
