"""Data files as frozen records and back: scan, read, put together, change, write."""

from macros.data.decode import Decoded, read
from macros.data.draft import Draft, UnreadableError
from macros.data.load import Loaded, load
from macros.data.rewrite import rewrite
from macros.data.save import save

__all__ = ["Decoded", "Draft", "Loaded", "UnreadableError", "load", "read", "rewrite", "save"]
