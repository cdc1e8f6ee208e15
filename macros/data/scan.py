"""What should stand in the data folder, and what does: files by name, without reading them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection
from pathlib import Path

from macros.model import ID_PATTERN
from macros.system.version import DROPPINGS
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.suggest import nearest

ID = re.compile(ID_PATTERN, re.ASCII)
"""What a document's folder is called."""
ENTRY = re.compile(rf"{ID_PATTERN}\.yml", re.ASCII)
"""What the file of a measure or a guide is called."""
VERSION = re.compile(r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}\.yml", re.ASCII)
"""What the file of a release is called."""


class Folder:
    """Looks at folders below ``root`` and collects what is wrong with them in ``findings``."""

    def __init__(self, root: Path) -> None:
        """Paths are shown relative to ``root``."""
        self.root = root
        self.findings: list[Diagnostic] = []

    def shown(self, path: Path) -> str:
        """A path as readers see it, with forward slashes; it is text whatever the name's bytes."""
        raw = os.fsencode(path.relative_to(self.root).as_posix())
        name = raw.decode("utf-8", "backslashreplace")
        return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in name)

    def named(
        self,
        folder: Path,
        files: Collection[str] = (),
        folders: Collection[str] = (),
        optional: Collection[str] = (),
        optional_folders: Collection[str] = (),
    ) -> dict[str, Path]:
        """The members of a folder that are wanted, by name; all else in it is a finding.

        ``optional`` files and ``optional_folders`` may be missing. Any other name that is missing
        is a finding too, unless something stands there under a name that was probably meant for
        it.
        """
        wanted = {
            **dict.fromkeys((*files, *optional), stat.S_ISREG),
            **dict.fromkeys((*folders, *optional_folders), stat.S_ISDIR),
        }
        found: dict[str, Path] = {}
        meant: set[str] = set()
        members = self._members(folder)
        if members is None:
            return {}
        for path in members:
            if path.name in wanted:
                meant.add(path.name)
                if self._is_sound(path, wanted[path.name]):
                    found[path.name] = path
            else:
                meant.update(self._stranger(path, wanted))
        for name in (*files, *folders):
            if name not in meant:
                self.find("P02", folder / name)
        return found

    def matching(self, folder: Path, name: re.Pattern[str], *, folders: bool) -> tuple[Path, ...]:
        """The members of a folder whose names fit, in order; all else in it is a finding."""
        kind = stat.S_ISDIR if folders else stat.S_ISREG
        found = []
        for path in self._members(folder) or ():
            if not name.fullmatch(path.name):
                lower = path.name.lower()
                self._stranger(path, [lower] if name.fullmatch(lower) else [])
            elif self._is_sound(path, kind):
                found.append(path)
        return tuple(found)

    def read(self, path: Path, most: int) -> bytes | None:
        """The first ``most`` bytes of a file; a finding if it cannot be opened."""
        try:
            with path.open("rb") as file:
                return file.read(most)
        except OSError:
            self.find("P06", path)
            return None

    def find(self, code: str, path: Path, suggestion: str | None = None) -> None:
        """Add a finding about a file or folder as a whole."""
        shown = self.shown(path)
        params = {"name": shown.rpartition("/")[2], "right": suggestion or ""}
        self.findings.append(Diagnostic(code, Location(shown), params, suggestion))

    def _members(self, folder: Path) -> list[Path] | None:
        """What stands in a folder and counts, in order; None if it cannot be opened."""
        try:
            members = sorted(folder.iterdir(), key=lambda path: path.name)
        except OSError:
            self.find("P06", folder)
            return None
        return [path for path in members if path.name[0] != "." and path.name not in DROPPINGS]

    def _is_sound(self, path: Path, kind: Callable[[int], bool]) -> bool:
        """Whether a member is a real file or folder, as wanted, and no link to elsewhere."""
        mode = _mode(path)
        if mode is None:
            self.find("P06", path)
            return False
        if stat.S_ISLNK(mode):
            self.find("P04", path)
        elif not kind(mode):
            self.find("P05" if kind is stat.S_ISREG else "P07", path)
        return kind(mode)

    def _stranger(self, path: Path, wanted: Collection[str]) -> set[str]:
        """Say that a name is not wanted here, and return the name that was meant, if any."""
        lower = path.name.lower()
        if lower in wanted:
            self.find("P08", path, lower)
            return {lower}
        free = [name for name in wanted if _mode(path.parent / name) is None]
        meant = nearest(path.name, free)
        self.find("P03", path, meant)
        return {meant} if meant else set()


def is_file(path: Path) -> bool:
    """Whether a regular file stands at ``path``; a link is none."""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def is_folder(path: Path) -> bool:
    """Whether a folder stands at ``path``, or a link to one."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _mode(path: Path) -> int | None:
    """What stands at a path, links not followed; None if nothing does or it cannot be told."""
    try:
        return path.lstat().st_mode
    except OSError:
        return None
