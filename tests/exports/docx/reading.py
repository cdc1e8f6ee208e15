"""Reading a Word file back, with python-docx and nothing of ours."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn


def opened(content: bytes) -> Any:
    """The file as python-docx sees it."""
    return docx.Document(BytesIO(content))


def places(document: Any) -> list[tuple[str, str]]:
    """Every place that a bookmark names, with the text between its ends, in order."""
    found = []
    for start in document.element.body.iter(qn("w:bookmarkStart")):
        text, here = "", start.getnext()
        while here.tag != qn("w:bookmarkEnd"):
            text += "".join(node.text or "" for node in here.iter(qn("w:t")))
            here = here.getnext()
        assert here.get(qn("w:id")) == start.get(qn("w:id"))
        found.append((start.get(qn("w:name")), text))
    return found


def styled(document: Any) -> list[tuple[str, str]]:
    """Each paragraph outside of tables and contents: the id of its style, and its text."""
    return [(p.style.style_id, p.text) for p in document.paragraphs]


def list_of(paragraph: Any) -> int:
    """The list that a paragraph is counted in; 0 for that of its style."""
    numbers = paragraph._p.pPr.numPr
    return 0 if numbers is None else int(numbers.numId.val)


def begins_page(paragraph: Any) -> bool:
    """Whether a paragraph starts a new page."""
    return paragraph._p.pPr.find(qn("w:pageBreakBefore")) is not None
