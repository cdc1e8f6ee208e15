"""Typst: a template and data into a PDF.

Typst comes as a Python wheel that needs nothing of the system, sets a page of Chinese in some
hundredths of a second, and tags, subsets and embeds what it sets. (WeasyPrint, measured on the same
pages, took 10 to 46 seconds a file and needs libraries of the system.) A template is code, data is
never any: it goes in as JSON, and what looks like markup in it is shown as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst

from macros.exports.pdf import fonts

TEMPLATES = Path(__file__).parent / "templates"
# Accessible, and refused by Typst itself where a font lacks a character that is to be shown.
_STANDARD = "ua-1"


class NoFontError(Exception):
    """The machine has no Chinese font."""


class NotSetError(Exception):
    """Typst refused; the message says why."""


def available() -> bool:
    """Whether this machine has fonts for every purpose."""
    return all(_fonts().values())


def typeset(template: str, given: Mapping[str, object]) -> bytes:
    """The PDF of the template named ``template``, which sees ``given`` under that name.

    The same template, data and fonts give the same bytes anywhere: no clock is read. Raises
    NoFontError, or NotSetError, among others if no font has a character that is to be shown.
    """
    if not available():
        raise NoFontError
    inputs = {"given": json.dumps(given, ensure_ascii=False), "fonts": json.dumps(_fonts())}
    try:
        return _compiler().compile(
            TEMPLATES / f"{template}.typ",
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=_STANDARD,
        )
    except typst.TypstError as error:
        raise NotSetError(error.diagnostic) from error


@cache
def _fonts() -> dict[str, list[str]]:
    return fonts.chosen(fonts.installed().families())


@cache
def _compiler() -> typst.Compiler:
    """One compiler a process: it keeps the fonts, and may read the templates and nothing else."""
    return typst.Compiler(root=TEMPLATES, font_paths=fonts.installed())
