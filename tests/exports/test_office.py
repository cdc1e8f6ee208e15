"""The words of office files."""

from __future__ import annotations

import re

import jinja2
import pytest

from macros.exports import office
from macros.exports.docx import page
from macros.knowledge.guides.catalogue import catalogue
from tests.exports import hostile
from tests.exports.word import card_docx, document_docx, guide_docx
from tests.libraries import ROLES, real
from tests.projects import REPOSITORY

TEMPLATES = REPOSITORY / "macros" / "exports" / "pdf" / "templates"
FRAGMENTS = REPOSITORY / "overrides" / "fragments"
SHARED = ("question", "fact_status", "parts")


def _labels() -> jinja2.environment.TemplateModule:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(FRAGMENTS))
    return environment.get_template("labels.html").module


def test_files_and_pages_use_the_same_words() -> None:
    """Every word for a closed vocabulary is that of the pages."""
    words, labels = office.catalogue(), _labels()
    for vocabulary in SHARED:
        begin = f"{vocabulary}."
        told = {key.removeprefix(begin): w for key, w in words.items() if key.startswith(begin)}
        assert told == getattr(labels, vocabulary)


@pytest.mark.parametrize("name", ["card", "guide"])
def test_a_pdf_says_what_the_word_file_says(name: str) -> None:
    """The template has no words of its own: each comes from the words file, as Word's do."""
    source = (TEMPLATES / f"{name}.typ").read_text("utf-8")
    assert re.findall("[\u4e00-\u9fff]+", source) == []
    assert len(re.findall(r"\bsay\(", source)) > 10


def test_no_words_are_left_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key of the words file is asked for while the files of the library are made."""
    words = dict(office.catalogue())
    asked: set[str] = set()

    class Asked(dict[str, str]):
        def __getitem__(self, key: str) -> str:
            asked.add(key)
            return super().__getitem__(key)

    monkeypatch.setattr(office, "catalogue", lambda: Asked(words))
    page._blank.cache_clear()
    library = real()
    document_docx(library, library.documents[0])
    for role in library.roles:
        card_docx(library, role)
    for guide in catalogue(library):
        guide_docx(library, guide)
    card_docx(library, ROLES[0])
    small = hostile.library("a")
    card_docx(small, ROLES[0])
    guide_docx(small, catalogue(small)[0])
    for template in TEMPLATES.glob("*.typ"):
        asked |= set(re.findall(r'say\("([\w.-]+)"', template.read_text("utf-8")))
    left = {key for key in words if key.split(".")[0] not in SHARED} - asked
    assert left == set()
