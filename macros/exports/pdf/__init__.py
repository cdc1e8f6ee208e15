"""PDF files: a whole document, a role's duty card, a study guide.

For each there is what its template is given.
"""

from macros.exports.pdf.card import given as card
from macros.exports.pdf.document import given as whole
from macros.exports.pdf.guide import given as guide
from macros.exports.pdf.typesetter import NoGlyphError, fonts_chosen, typeset

__all__ = ["NoGlyphError", "card", "fonts_chosen", "guide", "typeset", "whole"]
