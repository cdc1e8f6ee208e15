"""Which Word files the site offers."""

from __future__ import annotations

from macros import addresses
from macros.guides.catalogue import catalogue
from macros.offers import Use, offers
from tests.libraries import real


def test_every_document_card_and_guide_is_offered() -> None:
    """There is a file for each document, each role in use and each guide, under ASCII names."""
    library = real()
    told = {
        Use.WHOLE: [addresses.of_document_docx(one) for one in library.documents],
        Use.CARD: [addresses.of_card_docx(r) for r in library.roles if r.retired is None],
        Use.GUIDE: [addresses.of_guide_docx(guide.id) for guide in catalogue(library)],
    }
    for use, places in told.items():
        found = [offer for offer in offers(library) if offer.use is use]
        assert [offer.address for offer in found] == places
        assert all(offer.name.isascii() and offer.format == "docx" for offer in found)
