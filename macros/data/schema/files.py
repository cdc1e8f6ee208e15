"""The schema files of a project, and the comment by which a data file names its schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from macros.data.files import FILED, kind_of
from macros.data.schema.ids import listed
from macros.data.schema.records import schema
from macros.knowledge import Library
from macros.model import Record

FOLDER = "data/.schema"
"""Where the schemas stand in a project; hidden, so that no program takes them for data."""


def name_of(record: type[Record]) -> str:
    """What the schema of files that hold this record is called."""
    return f"{record.__name__.lower()}.json"


def schemas(library: Library) -> dict[str, str]:
    """The schema files by name. All but ``ids.json`` follow from the records alone."""
    found = {name_of(record): _as_text(schema(record)) for _, record in FILED}
    return {**found, "ids.json": listed(library)}


def _as_text(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def modeline(file: str) -> str:
    """The first line of the data file shown as ``file``; "" if it is none."""
    record = kind_of(file)
    if record is None:
        return ""
    top, _, folder = FOLDER.partition("/")
    up = "../" * (file.removeprefix(f"{top}/").count("/"))
    return f"# yaml-language-server: $schema={up}{folder}/{name_of(record)}"
