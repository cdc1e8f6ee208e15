"""Word files as the site offers them, for tests to read."""

from __future__ import annotations

from macros.exports.making import make
from macros.knowledge import Library, addresses
from macros.knowledge.guides.catalogue import StudyGuide
from macros.model import Document, Role
from macros.views.offers import Offer, Use


def document_docx(library: Library, document: Document) -> bytes:
    """The whole document."""
    return make(library, Offer(Use.WHOLE, document, addresses.of_document_docx(document)))


def card_docx(library: Library, role: Role) -> bytes:
    """A role's duty card."""
    return make(library, Offer(Use.CARD, role, addresses.of_card_docx(role)))


def guide_docx(library: Library, guide: StudyGuide) -> bytes:
    """A study guide."""
    return make(library, Offer(Use.GUIDE, guide, addresses.of_guide_docx(guide.id)))
