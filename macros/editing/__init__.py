"""Changing data files: every byte that is not part of the change stays."""

from macros.editing.draft import Draft, UnreadableError
from macros.editing.rewrite import rewrite

__all__ = ["Draft", "UnreadableError", "rewrite"]
