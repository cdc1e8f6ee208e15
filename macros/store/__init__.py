"""YAML in and out: the strict store."""

from macros.store.load import Loaded, load

__all__ = ["Loaded", "load"]
