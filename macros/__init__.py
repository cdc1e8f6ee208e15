"""Clausebook: a policy document as structured data, rendered into a static knowledge base."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Door 1: register our macros with mkdocs-macros-plugin.

    MkDocs is imported inside, so that door 2 and every other program can use the core without it.
    """
    from macros.website import define_macros  # noqa: PLC0415

    define_macros(env)
