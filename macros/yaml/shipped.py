"""A YAML file that ships with the code: as strict as an editor's, and an error if it is not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from macros.yaml import source, text


@cache
def shipped(path: Path) -> Mapping[str, Any]:
    """The mapping that ``path`` holds, every scalar as text; read once a process.

    RuntimeError if the file is not strict.
    """
    found = source.read(text.decode(path.read_bytes(), path.name), path.name)
    if found.findings or not isinstance(found.content, dict):
        faults = (f"{fault.location} {fault.code}" for fault in found.findings)
        raise RuntimeError(f"{path.name}: {'; '.join(faults) or 'no mapping'}")
    return _without_places(found.content)  # type: ignore[no-any-return]


def _without_places(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _without_places(value) for key, value in content.items() if key != "@"}
    if isinstance(content, list):
        return [_without_places(value) for value in content]
    return content
