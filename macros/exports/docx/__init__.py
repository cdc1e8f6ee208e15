"""Word files: a whole document, a role's duty card, a study guide."""

from macros.exports.docx.card import card_docx
from macros.exports.docx.guide import guide_docx
from macros.exports.docx.whole import document_docx

__all__ = ["card_docx", "document_docx", "guide_docx"]
