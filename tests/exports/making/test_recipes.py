"""How files are made, apart from what their formats' own tests say of them."""

from __future__ import annotations

from macros.exports.anki import cards
from macros.exports.making import make
from macros.views.offers import Use, of_use
from tests.libraries import real
from tests.projects import REPOSITORY


def test_the_offered_text_is_the_text_of_record() -> None:
    """The text for download is the source file, byte for byte."""
    library = real()
    for document, offered in zip(library.documents, of_use(library, Use.TEXT), strict=True):
        file = REPOSITORY / "data/documents" / document.id / document.source.file
        assert make(library, offered) == file.read_bytes()


def test_what_is_made_is_what_its_use_names() -> None:
    """An offer is made by the maker of its use and format."""
    (offered,) = of_use(real(), Use.FLASHCARDS)
    assert make(real(), offered) == cards(real())
