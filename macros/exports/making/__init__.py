"""The files on offer: gathered as plain values, written by several processes, kept.

A file is made in two steps. First everything it will hold is gathered from the library as plain
values (``recipes``); then these values are written down in a format, which takes most of
the time and is done by several processes at once (``workers``). The second step sees the gathered
values and nothing of the library, so their fingerprint (``fingerprint``) is a sound key for a
``cache`` of finished files: what is found there under the key is what would be made again.
"""

from macros.exports.making.cache import Store
from macros.exports.making.workers import MakeError
from macros.exports.making.workshop import Workshop, make
from macros.views.offers import Made

__all__ = ["Made", "MakeError", "Store", "Workshop", "make"]
