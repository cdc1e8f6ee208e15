"""A folder of finished files by their fingerprints: whole, proved at every reading, and bounded."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PROOF = hashlib.sha256().digest_size
# Beside what is in use, as many again are kept for the edit that is taken back.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Store:
    """Finished files in ``folder``, which need not exist.

    Two programs may use one at the same time. It only saves time: a folder that cannot be read or
    written is as good as an empty one.
    """

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What was put under ``key``; None if there is nothing, or something damaged."""
        try:
            held = (self.folder / key).read_bytes()
        except OSError:
            return None
        content = held[_PROOF:]
        if hashlib.sha256(content).digest() != held[:_PROOF]:
            return None
        with suppress(OSError):
            os.utime(self.folder / key)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key``; a reader sees all of it or nothing."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(content).digest() + content)
                Path(name).replace(self.folder / key)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def prune(self, used: Collection[str]) -> None:
        """Throw away the entries that were not ``used`` longest, beyond as many as are in use."""
        with suppress(OSError):
            entries = [path for path in self.folder.iterdir() if path.name not in used]
            entries.sort(key=lambda path: path.stat().st_mtime, reverse=True)
            for path in entries[len(used) * (_KEPT - 1) :]:
                path.unlink()
