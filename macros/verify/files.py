"""Whether the site's other files say what the data says: the source, the library, the index."""

from __future__ import annotations

import codecs
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.knowledge import Library, addresses
from macros.text.diagnostics import Diagnostic
from macros.verify import texts
from macros.verify.difference import at, difference, missing
from macros.verify.tree import SiteTree

# Kinds of files that are archives.
_PACKED = (".docx", ".xlsx", ".apkg")
# How other files that readers download begin, and how they may end.
_ENDS = {
    ".pdf": (b"%PDF-", (b"%%EOF", b"%%EOF\n")),
    ".csv": (codecs.BOM_UTF8, (b"\r\n",)),
    ".ics": (b"BEGIN:VCALENDAR\r\n", (b"END:VCALENDAR\r\n",)),
}


def files(library: Library, tree: SiteTree) -> Iterator[Diagnostic]:
    """V21 a source file, V01 and V02 texts in JSON that differ; V06 missing ones; V20 damaged ones.

    V10 a page that the search would lead to and that is not there.
    """
    for document in library.documents:
        path = addresses.of_source(document).page
        if path in tree.files:
            found = (tree.folder / path).read_bytes().decode("utf-8", errors="replace")
            if differs := difference(found, document.text):
                line = document.text.count("\n", 0, int(differs["position"]) - 1) + 1
                yield at("V21", path, line, **differs)
    for path in (addresses.LIBRARY_JSON.page, addresses.SEARCH_INDEX.page):
        if path in tree.files:
            yield from _json(library, tree, path)
    for path in sorted(tree.files):
        if path.endswith((*_PACKED, *_ENDS)) and not _is_whole(tree.folder / path):
            yield at("V20", path, 0)


def _is_whole(file: Path) -> bool:
    """Whether an archive can be unpacked, and any other file begins and ends as its kind does."""
    if file.suffix in _PACKED:
        try:
            with zipfile.ZipFile(file) as archive:
                return archive.testzip() is None
        except (zipfile.BadZipFile, zlib.error, EOFError):
            return False
    content = file.read_bytes()
    first, last = _ENDS[file.suffix]
    return content.startswith(first) and content.endswith(last)


def _json(library: Library, tree: SiteTree, path: str) -> Iterator[Diagnostic]:
    try:
        content = json.loads(_literal((tree.folder / path).read_text(encoding="utf-8")))
        held = tuple(_records(content))
    except (ValueError, RecursionError):
        yield at("V20", path, 0)
        return
    for record in held:
        if record.get("at", path) not in tree.files:
            yield at("V10", path, 0, url=str(record["at"]))
    for code, field, stored in (
        ("V01", "text", texts.clauses(library)),
        ("V02", "title", texts.titles(library)),
    ):
        found = [r for r in held if r.get("id") in stored and field in r]
        for record in found:
            id_ = record["id"]
            if differs := difference(str(record[field]), stored[id_]):
                yield at(code, path, 0, id=id_, **differs)
        for id_ in stored.keys() - {record["id"] for record in found}:
            yield missing(path, id_)


def _literal(text: str) -> str:
    """The JSON of a file; of a script, which hands it to a function, what stands in brackets."""
    return text if text.startswith("{") else text[text.find("(") + 1 : text.rfind(")")]


def _records(content: Any) -> Iterator[Mapping[str, Any]]:
    """Every object that can be a record, however deep it stands.

    An object that goes by the words of the text, such as the grams of the search, may have any key.
    """
    if isinstance(content, dict):
        if all(isinstance(content.get(name, ""), str) for name in ("id", "at")):
            yield content
        for value in content.values():
            yield from _records(value)
    elif isinstance(content, list):
        for value in content:
            yield from _records(value)
