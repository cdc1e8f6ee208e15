"""YAML in and out: the strict store."""

from macros.store.catalogue import shipped
from macros.store.decode import Decoded, read
from macros.store.load import Loaded, load
from macros.store.save import save

__all__ = ["Decoded", "Loaded", "load", "read", "save", "shipped"]
