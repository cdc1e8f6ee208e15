"""The whole knowledge base as one page of its own, for a phone without a network.

One HTML file rather than an .epub: any phone, and the window of any chat program, opens it without
another program; its browser's own search finds every word; and it needs no script.
"""

from macros.exports.pocket.page import pocket_html

__all__ = ["pocket_html"]
