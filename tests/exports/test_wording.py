"""The words of exported files."""

from __future__ import annotations

import ast

import jinja2

from macros.exports.wording import WORDS, timing
from macros.yaml.shipped import shipped
from tests.libraries import real
from tests.projects import REPOSITORY

FRAGMENTS = REPOSITORY / "overrides" / "fragments"
SHARED = (
    *("degree", "degree_short", "degree_note", "basis", "basis_short", "rhythm", "period"),
    *("role_kind", "mechanism_kind", "definition_origin", "status"),
)


def _labels() -> jinja2.environment.TemplateModule:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(FRAGMENTS))
    return environment.get_template("labels.html").module


def test_files_and_pages_use_the_same_words() -> None:
    """Every word for a closed vocabulary is that of the pages."""
    words, labels = shipped(WORDS), _labels()
    for vocabulary in SHARED:
        begin = f"{vocabulary}."
        told = {key.removeprefix(begin): w for key, w in words.items() if key.startswith(begin)}
        assert told == getattr(labels, vocabulary)


def test_a_rhythm_reads_as_on_the_pages() -> None:
    """The words for a duty's rhythm are those that the pages show."""
    shown = _labels().timing  # type: ignore[attr-defined]
    for found in real().duties:
        assert timing(found.duty.when) == str(shown(found.duty.when)).strip()


def test_no_words_are_left_over() -> None:
    """Every key of the words file is asked for by the code, whole, or by its first or last step."""
    asked = {
        node.value
        for path in sorted((REPOSITORY / "macros" / "exports").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    for key in shipped(WORDS):
        steps = key.split(".")
        begin, end = key.removesuffix(steps[-1]), f".{steps[-1]}"
        assert asked & {key, steps[0], begin, f"{steps[0]}.", end}, key
