"""A list or mapping of a YAML text while it is being read."""

from __future__ import annotations

from typing import Any

from macros.text.location import Key, Location, Place


class OpenCollection:
    """What was read of a list or mapping so far; ``is_key`` if it stands where a key should."""

    __slots__ = ("content", "is_key", "key", "key_at", "location", "places", "repeats")

    def __init__(self, content: Any, location: Location, is_key: bool) -> None:
        """Begin with an empty list or dict as ``content``."""
        self.content = content
        self.location = location
        self.is_key = is_key
        self.places: dict[Key, Place] = {}
        # Of a mapping whose key was read: the key, unless it is unusable, and where it stands.
        self.key: str | None = None
        self.key_at: Location | None = None
        # Whether the last key was one that the mapping had: the next may be, for the same reason.
        self.repeats = False

    def wants_key(self) -> bool:
        """Whether a key comes next."""
        return self.key_at is None and isinstance(self.content, dict)

    def step(self) -> Key | None:
        """The step to the value that comes next; None if its key cannot be used."""
        return len(self.content) if isinstance(self.content, list) else self.key

    def add(self, content: Any, place: Place) -> None:
        """Take the next value; that of an unusable key is dropped."""
        step = self.step()
        if isinstance(self.content, list):
            self.content.append(content)
        elif step is not None:
            self.content[step] = content
        if step is not None:
            self.places[step] = place
        self.key = self.key_at = None
