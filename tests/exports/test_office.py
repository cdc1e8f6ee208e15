"""The words of office files."""

from __future__ import annotations

import jinja2

from macros.exports.office import catalogue, timing
from tests.libraries import real
from tests.projects import REPOSITORY

FRAGMENTS = REPOSITORY / "overrides" / "fragments"
SHARED = (
    *("basis", "degree", "rhythm", "period", "question"),
    *("definition_origin", "status", "fact_status"),
)


def _labels() -> jinja2.environment.TemplateModule:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(FRAGMENTS))
    return environment.get_template("labels.html").module


def test_files_and_pages_use_the_same_words() -> None:
    """Every word for a closed vocabulary is that of the pages."""
    words, labels = catalogue(), _labels()
    for vocabulary in SHARED:
        begin = f"{vocabulary}."
        told = {key.removeprefix(begin): w for key, w in words.items() if key.startswith(begin)}
        assert told == getattr(labels, vocabulary)


def test_a_rhythm_reads_as_on_the_pages() -> None:
    """The words for a duty's rhythm are those that the pages show."""
    shown = _labels().timing  # type: ignore[attr-defined]
    for found in real().duties:
        assert timing(found.duty.when) == str(shown(found.duty.when)).strip()
