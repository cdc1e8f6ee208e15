"""The headings of a page's HTML, for the outline beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

_HEADING = re.compile(r"<h([23])\b([^>]*)>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')
_SHORT = re.compile(r'\bdata-outline="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
# Blanks of the template's own; any others belong to the words.
_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3 that can be linked to; ``title`` is safe HTML without tags.

    ``under`` are the headings of level 3 that follow one of level 2.
    """

    level: int
    id: str
    title: Markup
    under: tuple[Heading, ...] = ()


def headings(html: str) -> tuple[Heading, ...]:
    """The headings of ``html`` that carry an id, in order, each under the one it belongs to.

    A heading may say in ``data-outline`` what the outline calls it; "" leaves it out.
    """
    found: list[Heading] = []
    for level, attributes, content in _HEADING.findall(html):
        anchor = _ID.search(attributes)
        short = _SHORT.search(attributes)
        title = short[1] if short else _BREAK.sub(" ", _TAG.sub("", content)).strip()
        if not (anchor and title):
            continue
        heading = Heading(int(level), anchor[1], Markup(title))
        if heading.level == 3 and found:
            found[-1] = replace(found[-1], under=(*found[-1].under, heading))
        else:
            found.append(heading)
    return tuple(found)
