"""PDF files: a whole document, a role's duty card, a study guide."""

from macros.exports.pdf.card import card_pdf
from macros.exports.pdf.guide import guide_pdf
from macros.exports.pdf.typesetter import NoGlyphError
from macros.exports.pdf.whole import document_pdf

__all__ = ["NoGlyphError", "card_pdf", "document_pdf", "guide_pdf"]
