"""The files on offer, made."""

from macros.files.makers import make

__all__ = ["make"]
