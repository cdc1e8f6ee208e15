"""Typst: a template and data into a PDF.

Typst comes as a Python wheel that needs nothing of the system, sets ten pages of Chinese in some
tenths of a second, and tags, subsets and embeds what it sets. (WeasyPrint, measured on the same
pages, took 10 to 46 seconds a file and needs libraries of the system.) A template is code, data is
never any: it goes in as JSON, and what looks like markup in it is shown as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import typst

from macros.system import fonts
from macros.words.catalogue import say
from macros.words.files import FILES

TEMPLATES = Path(__file__).parent / "templates"
# Accessible; Typst refuses to write such a file with a character that no font of it can show.
_STANDARD: Final = "ua-1"
_UNSHOWN = re.compile('the text `"(.+)"` could not be displayed', re.DOTALL)


class NoGlyphError(Exception):
    """No font of this machine can show ``text``."""

    def __init__(self, text: str) -> None:
        """Keep what cannot be shown; the message is the sentence that says so."""
        super().__init__(say("export.no-glyph", text=text))
        self.text = text


def typeset(template: str, given: Mapping[str, object], version: str) -> bytes:
    """The PDF of the template named ``template``, which sees ``given`` and the data's ``version``.

    The same template, data and fonts give the same bytes anywhere: no clock is read. Raises
    NoGlyphError if something is to be shown that no font of the machine has.
    """
    inputs = {
        "given": json.dumps({**given, "version": version}, ensure_ascii=False),
        "fonts": fonts_chosen(),
        "words": json.dumps(FILES.words, ensure_ascii=False),
    }
    source = TEMPLATES / f"{template}.typ"
    try:
        made = _compiler().compile(source, format="pdf", sys_inputs=inputs, pdf_standards=_STANDARD)
    except typst.TypstError as error:
        if unshown := _UNSHOWN.search(error.message):
            raise NoGlyphError(unshown[1]) from error
        raise
    assert isinstance(made, bytes)  # only pictures come as a list, a page each
    return made


@cache
def fonts_chosen() -> str:
    """For each purpose the names of the fonts that may serve it, as JSON."""
    return json.dumps(fonts.chosen(fonts.installed().families()), ensure_ascii=False)


@cache
def _compiler() -> typst.Compiler:
    """One compiler a process: it keeps the fonts, and may read the templates and nothing else."""
    return typst.Compiler(root=TEMPLATES, font_paths=fonts.installed())
