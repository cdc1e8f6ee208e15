"""The parser's events put together as strings, lists and mappings, without recursion.

Nothing is resolved and nothing is shared: every scalar stays the text that was typed, and whatever
would need resolving (tags, anchors, aliases, merge keys) is a finding.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

import yaml

from macros.text.diagnostics import MOST_FINDINGS, Diagnostic, too_many
from macros.text.location import Key, Location, Place
from macros.yaml import gaps, scalars
from macros.yaml.frame import OpenCollection
from macros.yaml.text import Text

MOST_LEVELS = 16
"""How deep lists and mappings may be nested; a measure needs eight."""
MOST_VALUES = 400_000
"""How many values one file may hold."""

Path = tuple[Key | None, ...]
"""The steps to a value; None is a key that cannot be used."""


class Nodes:
    """What the events taken so far amount to; ``root`` is the content and its place."""

    def __init__(self, text: Text, file: str) -> None:
        """Start on the events of ``text``."""
        self.findings: list[Diagnostic] = []
        self.spoilt: set[Path] = set()
        self.holed: set[Path] = set()
        self.root: tuple[Any, Place] | None = None
        self.stopped = False
        self._text = text
        self._file = file
        self._stack: list[OpenCollection] = []
        self._values = 0
        self._documents = 0
        self._read_to = 0
        self._handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._open(event, {}),
            yaml.SequenceStartEvent: lambda event: self._open(event, []),
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._start_document,
            yaml.DocumentEndEvent: self._end_document,
        }

    def take(self, event: Any) -> None:
        """Put one event of the parser in its place."""
        handler = self._handlers.get(type(event))
        if handler:
            handler(event)

    # --- documents -------------------------------------------------------------------------------

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        at = self._location(event.start_mark)
        if event.version or event.tags:
            self._find("Y37", at)
        elif event.explicit:
            self._find("Y36", at)
        self.stopped = self._documents > 1

    def _end_document(self, event: Any) -> None:
        if event.explicit:
            self._find("Y36", self._location(event.start_mark))
        self._gap(len(self._text.text))

    # --- values ----------------------------------------------------------------------------------

    def _scalar(self, event: Any) -> None:
        here = self._location(event.start_mark)
        self._count(here)
        self._gap(event.start_mark.index)
        self._read_to = event.end_mark.index
        frame = self._stack[-1] if self._stack else None
        is_key = frame is not None and frame.wants_key()
        key_at = frame.key_at if frame else None
        faulty = self._has_hazard(event)
        for code, offset, params in scalars.faults(event, self._text.text, is_key):
            faulty = True
            if code == "Y41" and frame and key_at:
                self._no_value(frame, key_at)
            elif code != "Y41" or frame:
                # A file without any value is said to be empty, or its marks are found fault with.
                self._find(code, _shift(here, offset), params)
        if frame and is_key:
            self._key(frame, event, here, faulty)
            return
        if faulty:
            self.spoilt.add(self._path())
        shift = scalars.stands_as_typed(event)
        first = here if shift == 0 else None if shift is None else _shift(here, shift)
        self._add(event.value, Place(here, key_at, first=first))

    def _key(self, frame: OpenCollection, event: Any, here: Location, faulty: bool) -> None:
        key = event.value
        frame.key_at = here
        if key in frame.places:
            if not frame.repeats:
                first = frame.places[key].key or frame.location
                self._find("Y34", here, {"key": key, "first": str(first.line)}, (first,))
            frame.repeats = True
            return
        frame.repeats = False
        if key == "<<" and event.style in (None, ""):
            self._find("Y33", here)
        elif key == "@":
            self._find("F02", here, {"field": key})
        else:
            frame.key = key
            if not faulty:
                return
            self.spoilt.add(self._path())
        self.holed.add(self._path()[:-1])

    def _no_value(self, frame: OpenCollection, key_at: Location) -> None:
        """A key without a value; one that holds a colon has swallowed it."""
        self.holed.add(self._path()[:-1])
        if self._path() in self.spoilt:
            return
        key = frame.key or ""
        for colon, code in (("\uff1a", "Y29"), (":", "Y24")):
            if colon in key:
                self._find(code, _shift(key_at, key.index(colon)))
                break
        else:
            self._find("Y41", key_at)

    def _alias(self, event: Any) -> None:
        here = self._location(event.start_mark)
        self._count(here)
        frame = self._stack[-1] if self._stack else None
        if frame and frame.wants_key():
            self._find("Y35", here)
            self._unusable(frame, here)
            return
        if frame is None or frame.step() is not None:
            self._find("Y31", here, {"anchor": event.anchor})
        self.spoilt.add(self._path())
        self._add("", Place(here, frame.key_at if frame else None))

    def _open(self, event: Any, content: Any) -> None:
        here = self._location(event.start_mark)
        self._count(here)
        if len(self._stack) >= MOST_LEVELS and not self.stopped:
            self._find("Y16", here, {"most": str(MOST_LEVELS)})
            self.stopped = True
        if event.tag:
            self._find("Y32", here, {"tag": event.tag})
            self.spoilt.add(self._path())
        if event.anchor:
            self._find("Y30", here, {"anchor": event.anchor})
        is_key = bool(self._stack) and self._stack[-1].wants_key()
        if is_key:
            self._find("Y35", here)
        self._stack.append(OpenCollection(content, here, is_key))

    def _close(self, _event: Any) -> None:
        frame = self._stack.pop()
        parent = self._stack[-1] if self._stack else None
        place = Place(frame.location, parent.key_at if parent else None, frame.places)
        if isinstance(frame.content, dict):
            frame.content["@"] = place
        if parent and frame.is_key:
            self._unusable(parent, frame.location)
        else:
            self._add(frame.content, place)

    def _unusable(self, frame: OpenCollection, here: Location) -> None:
        """Let the mapping skip the value of a key that is no text."""
        frame.key_at = here
        self.holed.add(self._path()[:-1])

    def _add(self, content: Any, place: Place) -> None:
        if self._stack:
            self._stack[-1].add(content, place)
        elif self.root is None:
            self.root = content, place

    def _gap(self, end: int) -> None:
        """Look at what stands between the last scalar and this one."""
        text = self._text.text
        for code, offset, sign in gaps.faults(text, self._read_to, end):
            line = text.count("\n", 0, offset) + 1
            column = offset - text.rfind("\n", 0, offset)
            self._find(code, Location(self._file, line, column), {"sign": sign})

    # --- bookkeeping -----------------------------------------------------------------------------

    def _path(self) -> Path:
        return tuple(frame.step() for frame in self._stack)

    def _count(self, here: Location) -> None:
        self._values += 1
        if self._values > MOST_VALUES and not self.stopped:
            self._find("Y17", here, {"most": str(MOST_VALUES)})
            self.stopped = True

    def _has_hazard(self, event: Any) -> bool:
        """Whether a character of the scalar is a finding already."""
        hazards = self._text.hazards
        if not hazards:
            return False
        start = bisect_left(hazards, event.start_mark.index)
        return start < len(hazards) and hazards[start] < event.end_mark.index

    def _location(self, mark: Any) -> Location:
        return Location(self._file, mark.line + 1, mark.column + 1)

    def _find(
        self,
        code: str,
        at: Location,
        params: dict[str, str] | None = None,
        also: tuple[Location, ...] = (),
    ) -> None:
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Diagnostic(code, at, params or {}, None, also))
        elif not self.stopped:
            self.findings.append(too_many(self._file))
            self.stopped = True


def _shift(here: Location, columns: int) -> Location:
    return Location(here.file, here.line, here.column + columns)
