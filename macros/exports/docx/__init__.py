"""Word files: a whole document, a role's duty card, a study guide.

For each there is what is gathered from the library, and how that is written down.
"""

from macros.exports.docx.card import card_docx, duties
from macros.exports.docx.document import document_docx, text
from macros.exports.docx.guide import course, guide_docx

__all__ = ["card_docx", "course", "document_docx", "duties", "guide_docx", "text"]
