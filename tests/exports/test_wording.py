"""The words of exported files."""

from __future__ import annotations

import ast
import re
from typing import Any

import jinja2
import pytest

from macros.exports.wording import timing
from macros.words.files import FILES
from macros.words.vocabulary import words
from tests.libraries import real
from tests.projects import REPOSITORY

EXPORTS = REPOSITORY / "macros" / "exports"
TEMPLATES = EXPORTS / "pdf" / "templates"


def test_a_rhythm_reads_as_on_the_pages() -> None:
    """The words for a duty's rhythm are those that the pages show."""
    fragments = jinja2.FileSystemLoader(REPOSITORY / "overrides" / "fragments")
    environment = jinja2.Environment(loader=fragments)
    environment.globals["vocabulary"] = words
    shown: Any = environment.get_template("labels.html").module
    for found in real().duties:
        assert timing(found.duty.when) == str(shown.timing(found.duty.when)).strip()


@pytest.mark.parametrize("name", ["card", "guide"])
def test_a_pdf_says_what_the_word_file_says(name: str) -> None:
    """The template has no words of its own: each comes from the words file, as Word's do."""
    source = (TEMPLATES / f"{name}.typ").read_text("utf-8")
    assert re.findall("[\u4e00-\u9fff]+", source) == []
    assert len(re.findall(r"\bsay\(", source)) > 10


def test_no_words_are_left_over() -> None:
    """Every key of the words file is asked for by the code, whole, or by its first or last step."""
    sources = (*EXPORTS.rglob("*.py"), REPOSITORY / "macros/views/parts/guide_words.py")
    asked = {
        node.value
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    for template in (*TEMPLATES.glob("*.typ"), EXPORTS / "pocket" / "pocket.html"):
        asked |= set(re.findall(r'say\("([\w.-]+)"', template.read_text("utf-8")))
    for key in FILES.words:
        steps = key.split(".")
        begin, end = key.removesuffix(steps[-1]), f".{steps[-1]}"
        assert asked & {key, steps[0], begin, f"{steps[0]}.", end}, key
