"""The words that changes are told in."""

from __future__ import annotations

from macros.words.catalogue import Catalogue

CHANGES = Catalogue("changes")
say, has = CHANGES.say, CHANGES.has
