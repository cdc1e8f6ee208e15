"""Which members of a folder are wanted by their names, and what is said of all others."""

from __future__ import annotations

import re
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.suggest import nearest


@dataclass(frozen=True, slots=True)
class FolderMember:
    """What stands at ``path``, which readers see as ``shown``.

    ``mode`` is that of ``os.lstat``, so that a link is a link; None if it cannot be told.
    """

    path: Path
    shown: str
    mode: int | None

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file, and no link."""
        return self.mode is not None and stat.S_ISREG(self.mode)

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, and no link."""
        return self.mode is not None and stat.S_ISDIR(self.mode)


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder, shown as ``shown``, with the members that count, in the order of their names."""

    shown: str
    members: tuple[FolderMember, ...]

    def get(self, name: str) -> FolderMember | None:
        """The member of this name; None if there is none."""
        return next((one for one in self.members if one.path.name == name), None)


def wanted(
    folder: Listing,
    files: Collection[str] = (),
    folders: Collection[str] = (),
    optional: Collection[str] = (),
    optional_folders: Collection[str] = (),
) -> Iterator[FolderMember | Diagnostic]:
    """The members of a folder that are wanted; all else in it is a finding.

    ``optional`` files and ``optional_folders`` may be missing. Any other name that is missing is a
    finding too, unless something stands there under a name that was probably meant for it.
    """
    known = {
        **dict.fromkeys((*files, *optional), False),
        **dict.fromkeys((*folders, *optional_folders), True),
    }
    meant: set[str] = set()
    for member in folder.members:
        name = member.path.name
        if name in known:
            meant.add(name)
            yield from _sound(member, folder=known[name])
        else:
            finding = _stranger(member, _free(folder, known), known)
            meant.add(finding.suggestion or "")
            yield finding
    for name in (*files, *folders):
        if name not in meant:
            yield fault("P02", f"{folder.shown}/{name}")


def matching(
    folder: Listing, name: re.Pattern[str], *, folders: bool
) -> Iterator[FolderMember | Diagnostic]:
    """The members of a folder whose names fit, in order; all else in it is a finding."""
    for member in folder.members:
        if name.fullmatch(member.path.name):
            yield from _sound(member, folder=folders)
        else:
            lower = member.path.name.lower()
            yield _stranger(member, (), (lower,) if name.fullmatch(lower) else ())


def fault(code: str, shown: str, suggestion: str | None = None) -> Diagnostic:
    """A finding about a file or folder as a whole."""
    params = {"name": shown.rpartition("/")[2], "right": suggestion or ""}
    return Diagnostic(code, Location(shown), params, suggestion)


def _free(folder: Listing, known: Mapping[str, bool]) -> list[str]:
    """The names under which nothing stands that can be looked at."""
    taken = {one.path.name for one in folder.members if one.mode is not None}
    return [name for name in known if name not in taken]


def _sound(member: FolderMember, *, folder: bool) -> Iterator[FolderMember | Diagnostic]:
    """The member if it is a real file or folder, as wanted, and no link to elsewhere."""
    if member.is_folder if folder else member.is_file:
        yield member
    elif member.mode is None:
        yield fault("P06", member.shown)
    elif stat.S_ISLNK(member.mode):
        yield fault("P04", member.shown)
    else:
        yield fault("P07" if folder else "P05", member.shown)


def _stranger(member: FolderMember, free: Collection[str], known: Collection[str]) -> Diagnostic:
    """What is said of a name that is not wanted; it suggests the name that was meant, if any."""
    lower = member.path.name.lower()
    if lower in known:
        return fault("P08", member.shown, lower)
    return fault("P03", member.shown, nearest(member.path.name, free))
