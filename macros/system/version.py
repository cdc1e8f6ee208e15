"""The data version: a short name for exactly this data, the same wherever it is worked out."""

from __future__ import annotations

import hashlib
from pathlib import Path

LENGTH = 12
"""How many hexadecimal digits a version has."""
DROPPINGS = frozenset({"Thumbs.db", "desktop.ini"})
"""What operating systems leave in folders; names that begin with a dot are hidden as well."""


def data_version(data: Path) -> str:
    """The first digits of a SHA-256 over every file of the folder ``data``.

    Paths and contents enter with their lengths, in the order of the paths, so no two folders share
    a version by accident; what is hidden, and what systems and editors leave behind, is left out.
    OSError if a file cannot be read.
    """
    digest = hashlib.sha256()
    files = {path.relative_to(data).as_posix(): path for path in data.rglob("*") if path.is_file()}
    for name in sorted(files):
        if any(step[0] == "." or step in DROPPINGS for step in name.split("/")) or name[-1] == "~":
            continue
        for content in (name.encode("utf-8"), files[name].read_bytes()):
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
    return digest.hexdigest()[:LENGTH]
