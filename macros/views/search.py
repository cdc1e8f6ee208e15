"""The search box before anything is typed, and what stands in its place without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass

from macros.knowledge import Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Document


@dataclass(frozen=True, slots=True)
class SearchBox:
    """``examples`` are queries to try; ``terms`` and ``documents`` can be read without a search."""

    examples: tuple[str, ...]
    terms: Address
    documents: tuple[tuple[Document, Address], ...]


def view(library: Library) -> SearchBox:
    """The search box of a library."""
    return SearchBox(
        library.search_words.examples,
        addresses.TERMS,
        tuple((document, addresses.of_document(document)) for document in library.documents),
    )
