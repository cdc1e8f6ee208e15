"""Whether the site's data files say the same as the data: the source, the library, the index."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from macros import addresses
from macros.diagnostics import Diagnostic
from macros.library import Library
from macros.verify import texts
from macros.verify.finding import at, difference, missing
from macros.verify.tree import Tree


def files(library: Library, tree: Tree) -> Iterator[Diagnostic]:
    """V21 a source file, V01 and V02 texts in JSON that differ; V06 missing ones; V20 no JSON."""
    for document in library.documents:
        path = addresses.of_source(document).page
        if path in tree.files:
            found = (tree.folder / path).read_bytes().decode("utf-8", errors="replace")
            if differs := difference(found, document.text):
                line = document.text.count("\n", 0, int(differs["position"]) - 1) + 1
                yield at("V21", path, line, **differs)
    yield from _json(library, tree, addresses.LIBRARY_JSON.page)


def _json(library: Library, tree: Tree, path: str) -> Iterator[Diagnostic]:
    if path not in tree.files:
        return
    try:
        content = json.loads((tree.folder / path).read_text(encoding="utf-8"))
    except ValueError:
        yield at("V20", path, 0)
        return
    held = tuple(_records(content))
    for code, field, stored in (
        ("V01", "text", texts.clauses(library)),
        ("V02", "title", texts.titles(library)),
    ):
        found = [record for record in held if record["id"] in stored and field in record]
        for record in found:
            id_ = record["id"]
            if differs := difference(str(record[field]), stored[id_]):
                yield at(code, path, 0, id=id_, **differs)
        for id_ in stored.keys() - {record["id"] for record in found}:
            yield missing(path, id_)


def _records(content: Any) -> Iterator[Mapping[str, Any]]:
    """Every object with an id, however deep it stands."""
    if isinstance(content, dict):
        if isinstance(content.get("id"), str):
            yield content
        for value in content.values():
            yield from _records(value)
    elif isinstance(content, list):
        for value in content:
            yield from _records(value)
