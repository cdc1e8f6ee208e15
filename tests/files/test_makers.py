"""Every file on offer can be made."""

from __future__ import annotations

from macros.exports.anki import cards
from macros.files import make
from macros.offers import Use, of_use, offers
from tests.libraries import real
from tests.projects import REPOSITORY


def test_every_use_is_on_offer_but_those_that_need_a_year() -> None:
    """Our own data states no school year, so only the calendars are missing."""
    uses = {offer.use for offer in offers(real())}
    assert uses == set(Use) - {Use.CALENDAR, Use.MEETINGS}


def test_no_two_files_stand_in_the_same_place() -> None:
    """Every address is offered once, under an ASCII name."""
    places = [offer.address.page for offer in offers(real())]
    assert len(places) == len(set(places))
    assert all(place.isascii() for place in places)


def test_the_offered_text_is_the_text_of_record() -> None:
    """The text for download is the source file, byte for byte."""
    library = real()
    (document,) = library.documents
    stored = (REPOSITORY / "data/documents" / document.id / document.source.file).read_bytes()
    (offered,) = of_use(library, Use.TEXT)
    assert make(library, offered) == stored


def test_what_is_made_is_what_its_use_names() -> None:
    """An offer is made by the maker of its use and format."""
    (offered,) = of_use(real(), Use.FLASHCARDS)
    assert make(real(), offered) == cards(real())
