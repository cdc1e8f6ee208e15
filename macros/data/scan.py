"""Which files stand in a data folder, by name, before any of them is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.data.names import FolderMember, Listing, fault, matching, wanted
from macros.model import ID_PATTERN
from macros.model.kinds import REGISTERED
from macros.system.version import DROPPINGS
from macros.text.diagnostics import Diagnostic

MAIN = "document.yml"
"""The file of a document itself, in its folder."""
MEASURES = "measures"
"""The folder of its measures, beside it."""

_REGISTRIES = {kind.row.file.rpartition("/")[2]: kind.row.optional for kind in REGISTERED}
# What a document's folder is called; the file of a measure or a guide; the file of a release.
_ID = re.compile(ID_PATTERN, re.ASCII)
_ENTRY = re.compile(rf"{ID_PATTERN}\.yml", re.ASCII)
_VERSION = re.compile(r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}\.yml", re.ASCII)

_Found = FolderMember | Listing | Diagnostic


@dataclass(frozen=True, slots=True)
class Scanned:
    """What is to be read: the ``files`` that hold records, and what is wrong with names.

    ``documents`` are the folders of documents. Which of their files is the source is written in
    ``document.yml``, so their names are judged when that was read.
    """

    files: tuple[FolderMember, ...]
    documents: tuple[Listing, ...]
    findings: tuple[Diagnostic, ...]


def scan(root: Path) -> Scanned:
    """Look at ``root/data``, without opening a file. Never raises; paths are shown from ``root``.

    Files come in the order of the names of folders and files, those of the top behind them.
    """
    found = tuple(_data(root))
    return Scanned(
        tuple(one for one in found if isinstance(one, FolderMember)),
        tuple(one for one in found if isinstance(one, Listing)),
        tuple(one for one in found if isinstance(one, Diagnostic)),
    )


def _data(root: Path) -> Iterator[_Found]:
    if not _is_folder(root / "data"):
        yield fault("P01", "data")
        return
    top = _listed(root, root / "data")
    if isinstance(top, Diagnostic):
        yield top
        return
    for found in wanted(
        top,
        folders=("registry", "documents"),
        optional=("calendar.yml", "search.yml", "review.yml"),
        optional_folders=("guides", "reviews", "releases"),
    ):
        if isinstance(found, FolderMember) and found.is_folder:
            yield from _folder(root, found)
        else:
            yield found


def _folder(root: Path, folder: FolderMember) -> Iterator[_Found]:
    """What stands in one of the folders of the top."""
    listing = _listed(root, folder.path)
    if isinstance(listing, Diagnostic):
        yield listing
        return
    match folder.path.name:
        case "registry":
            yield from wanted(
                listing,
                files=[name for name, optional in _REGISTRIES.items() if not optional],
                optional=[name for name, optional in _REGISTRIES.items() if optional],
            )
        case "documents":
            yield from _documents(root, listing)
        case "releases":
            yield from matching(listing, _VERSION, folders=False)
        case _:
            yield from matching(listing, _ENTRY, folders=False)


def _documents(root: Path, listing: Listing) -> Iterator[_Found]:
    found = tuple(matching(listing, _ID, folders=True))
    if not found:
        yield fault("P02", f"{listing.shown}/*/{MAIN}")
    for one in found:
        if isinstance(one, FolderMember):
            yield from _document(root, one)
        else:
            yield one


def _document(root: Path, folder: FolderMember) -> Iterator[_Found]:
    """The folder of a document, its main file and its measures."""
    listing = _listed(root, folder.path)
    yield listing
    if isinstance(listing, Diagnostic):
        return
    main, measures = listing.get(MAIN), listing.get(MEASURES)
    if main and main.is_file:
        yield main
    if measures and measures.is_folder:
        inside = _listed(root, measures.path)
        if isinstance(inside, Diagnostic):
            yield inside
        else:
            yield from matching(inside, _ENTRY, folders=False)


def _listed(root: Path, folder: Path) -> Listing | Diagnostic:
    """What stands in a folder and counts, in order; a finding if it cannot be opened."""
    shown = _shown(root, folder)
    try:
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return fault("P06", shown)
    counting = (path for path in paths if path.name[0] != "." and path.name not in DROPPINGS)
    return Listing(
        shown, tuple(FolderMember(path, _shown(root, path), _mode(path)) for path in counting)
    )


def _shown(root: Path, path: Path) -> str:
    """A path as readers see it, with forward slashes; it is text whatever the name's bytes."""
    raw = os.fsencode(path.relative_to(root).as_posix())
    name = raw.decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in name)


def _is_folder(path: Path) -> bool:
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
