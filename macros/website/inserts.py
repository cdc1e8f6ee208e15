"""Door 1: the macro by which a page takes what is made from the data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs.structure.pages import Page

from macros.views.inserts import degrees_listed

# Holds an insert's place while Markdown runs, which would alter Chinese text.
PLACE = "<!-- insert: {} -->"


def define_macros(env: Any) -> None:
    """Register the macros ``insert`` and ``degrees`` with mkdocs-macros-plugin."""

    @env.macro  # type: ignore[untyped-decorator]
    def insert(name: str) -> str:
        """The place of an insert, to stand in a paragraph of its own."""
        env.page.meta.setdefault("inserts", []).append(name)
        return PLACE.format(name)

    @env.macro  # type: ignore[untyped-decorator]
    def degrees() -> str:
        """The degrees as files write them, each with its name, within a sentence of Markdown."""
        return degrees_listed()


def fill(html: str, page: Page, made: Callable[[str], str]) -> str:
    """``html`` with each insert of ``page`` put in its place; ValueError if the place is lost."""
    for name in page.meta.get("inserts", ()):
        before, place, after = html.partition(PLACE.format(name))
        if not place:
            raise ValueError(
                f"{page.file.src_uri}: {name} does not stand in a paragraph of its own"
            )
        html = f"{before}{made(name)}{after}"
    return html
