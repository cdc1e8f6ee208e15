"""The data version: a short name for exactly this data, the same wherever it is worked out."""

from __future__ import annotations

import hashlib
from pathlib import Path

LENGTH = 12


def data_version(data: Path) -> str:
    """The first 12 hexadecimal digits of a SHA-256 over every file of the folder ``data``.

    Paths and contents enter with their lengths, in the order of the paths, so no two folders share
    a version by accident; hidden files and backup copies of editors are left out.
    """
    digest = hashlib.sha256()
    files = {path.relative_to(data).as_posix(): path for path in data.rglob("*") if path.is_file()}
    for name in sorted(files):
        if any(step.startswith(".") for step in name.split("/")) or name.endswith("~"):
            continue
        for content in (name.encode("utf-8"), files[name].read_bytes()):
            digest.update(len(content).to_bytes(8, "big"))
            digest.update(content)
    return digest.hexdigest()[:LENGTH]
