"""What is on offer, known from the library alone."""

from __future__ import annotations

from dataclasses import replace

from macros.knowledge import addresses
from macros.knowledge.guides.catalogue import catalogue
from macros.model import FirstMeeting, SchoolYear
from macros.views.offers import Offer, Use, beside, of_use, offers
from tests.libraries import real

YEAR = SchoolYear(
    first_day="2026-09-01",
    first_term_ends="2027-01-22",
    second_term_begins="2027-02-22",
    last_day="2027-07-02",
)


def _places(use: Use, format_: str) -> list[addresses.Address]:
    return [o.address for o in offers(real()) if (o.use, o.format) == (use, format_)]


def test_every_document_card_and_guide_is_offered() -> None:
    """There is a file for each document, each role in use and each guide, in both formats."""
    library = real()
    in_use = [role for role in library.roles if role.retired is None]
    guides = [guide.id for guide in catalogue(library)]
    assert _places(Use.WHOLE, "docx") == [*map(addresses.of_document_docx, library.documents)]
    assert _places(Use.WHOLE, "pdf") == [*map(addresses.of_document_pdf, library.documents)]
    assert _places(Use.CARD, "docx") == [*map(addresses.of_card_docx, in_use)]
    assert _places(Use.CARD, "pdf") == [*map(addresses.of_card_pdf, in_use)]
    assert _places(Use.GUIDE, "docx") == [*map(addresses.of_guide_docx, guides)]
    assert _places(Use.GUIDE, "pdf") == [*map(addresses.of_guide_pdf, guides)]


def test_every_use_is_on_offer_but_those_that_need_a_year() -> None:
    """Our own data states no school year, so only the calendars are missing."""
    uses = {offer.use for offer in offers(real())}
    assert uses == set(Use) - {Use.CALENDAR, Use.MEETINGS}


def test_no_two_files_stand_in_the_same_place() -> None:
    """Every address is offered once, and every name is in ASCII."""
    places = [offer.address.page for offer in offers(real())]
    assert len(places) == len(set(places))
    assert all(place.isascii() for place in places)


def test_a_year_brings_the_duties_a_first_meeting_the_meetings() -> None:
    """Each calendar is offered as soon as the data states what it rests on."""
    dated = replace(real(), school_year=YEAR)
    assert len(of_use(dated, Use.CALENDAR)) == 1
    assert of_use(dated, Use.MEETINGS) == ()
    study = YEAR.model_copy(update={"study": FirstMeeting(day="2026-09-09", at="15:30")})
    meeting = replace(real(), school_year=study)
    assert len(of_use(meeting, Use.MEETINGS)) == len(catalogue(meeting))


def test_what_is_beside_a_page_is_about_its_subject() -> None:
    """A page is given the files of the uses and the subject that it asks for, and no others."""
    library = real()
    role = library.roles[0]
    found = beside(library, Use.CARD, about=role)
    assert found
    assert {(offer.use, offer.about.id if offer.about else "") for offer in found} == {
        (Use.CARD, role.id)
    }
    assert {offer.use for offer in beside(library, Use.LEDGER, Use.MATRIX)} == {
        Use.LEDGER,
        Use.MATRIX,
    }


def test_a_format_is_the_suffix() -> None:
    """Name and format come from the address."""
    offer = Offer(Use.LIBRARY, None, addresses.LIBRARY_JSON)
    assert (offer.name, offer.format) == ("library.json", "json")
