"""Typst: a template and data into a PDF.

Typst comes as a Python wheel that needs nothing of the system, sets ten pages of Chinese in some
tenths of a second, and tags, subsets and embeds what it sets. (WeasyPrint, measured on the same
pages, took 10 to 46 seconds a file and needs libraries of the system.) A template is code, data is
never any: it goes in as JSON, and what looks like markup in it is shown as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import typst

from macros import fonts

TEMPLATES = Path(__file__).parent / "templates"
# Accessible; Typst refuses to write such a file with a character that no font of it can show.
_STANDARD: Final = "ua-1"


class NotSetError(Exception):
    """Typst refused to set a file; the message says why, in its words."""


def typeset(template: str, given: Mapping[str, object]) -> bytes:
    """The PDF of the template named ``template``, which sees ``given`` under that name.

    The same template, data and fonts give the same bytes anywhere: no clock is read. Raises
    NotSetError, above all if the machine has no font with a character that is to be shown.
    """
    inputs = {"given": json.dumps(given, ensure_ascii=False), "fonts": _fonts()}
    source = TEMPLATES / f"{template}.typ"
    try:
        made = _compiler().compile(source, format="pdf", sys_inputs=inputs, pdf_standards=_STANDARD)
    except typst.TypstError as error:
        raise NotSetError(error.message) from error
    assert isinstance(made, bytes)  # only pictures come as a list, a page each
    return made


@cache
def _fonts() -> str:
    return json.dumps(fonts.chosen(fonts.installed().families()), ensure_ascii=False)


@cache
def _compiler() -> typst.Compiler:
    """One compiler a process: it keeps the fonts, and may read the templates and nothing else."""
    return typst.Compiler(root=TEMPLATES, font_paths=fonts.installed())
