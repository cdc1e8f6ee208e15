"""The comment by which any editor with a YAML language server finds a file's schema."""

from __future__ import annotations

from macros.data.files import kind_of
from macros.data.schema.files import FOLDER, name_of


def modeline(file: str) -> str:
    """The first line of the data file shown as ``file``; "" if it is none."""
    record = kind_of(file)
    if record is None:
        return ""
    top, _, folder = FOLDER.partition("/")
    up = "../" * (file.removeprefix(f"{top}/").count("/"))
    return f"# yaml-language-server: $schema={up}{folder}/{name_of(record)}"
