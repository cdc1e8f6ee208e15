"""The words of exported files."""

from __future__ import annotations

from macros.words.catalogue import Catalogue

FILES = Catalogue("files")
say = FILES.say
