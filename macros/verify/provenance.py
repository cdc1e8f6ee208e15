"""Whether the pages say which data they are made from, and the document which source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from macros.knowledge import Library, addresses
from macros.text.diagnostics import Diagnostic
from macros.verify.difference import at, missing
from macros.verify.page import BuiltPage

# A server shows it for any address, so it stands outside of the site's frame.
_NO_PAGE = "404.html"


def provenance(
    library: Library, pages: Mapping[str, BuiltPage], version: str
) -> Iterator[Diagnostic]:
    """V17 pages without the version of this data, as one finding; V06 a source's digest."""
    stale = [p.path for p in pages.values() if version not in p.literals and p.path != _NO_PAGE]
    if stale:
        yield at("V17", stale[0], 0, version=version, count=str(len(stale)))
    for document in library.documents:
        page = pages.get(addresses.of_document(document).page)
        digest = hashlib.sha256(document.text.encode()).hexdigest()
        if page is not None and digest not in page.literals:
            yield missing(page.path, f"SHA-256 {digest}")
