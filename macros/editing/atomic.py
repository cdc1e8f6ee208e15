"""Writing a file in one step: a reader, or a power cut, finds the old one or the new one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Make ``text`` the content of the file at ``path``, new or old; its permissions stay.

    A file of another name stands beside it for a moment, hidden from readers of the data folder.
    OSError if something goes wrong; the old file is then untouched.
    """
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
