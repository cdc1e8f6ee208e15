"""What a template may print: words and numbers, and nothing that only Python would write so."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from macros.model import Basis, fits
from macros.views.render import Renderer


def _printed(folder: Path, template: str, view: object) -> str:
    (folder / "one.html").write_text(f"{{% block body %}}{template}{{% endblock %}}", "utf-8")
    return str(Renderer(folder).render("one.html", view, "index.html"))


@pytest.mark.parametrize(
    "value",
    [None, True, False, Basis.STATED, (), ("甲",), ["甲"], {"甲": 1}, Path(), fits],
    ids=lambda value: type(value).__name__,
)
def test_no_python_value_is_printed(value: object, tmp_path: Path) -> None:
    """None, a truth, a word of a vocabulary, a record or a list on a page stops the build."""
    with pytest.raises(TypeError, match="a template would print"):
        _printed(tmp_path, "<p>{{ view }}</p>", value)


@pytest.mark.parametrize(("value", "shown"), [("甲<", "甲&lt;"), ("", ""), (0, "0"), (1.5, "1.5")])
def test_words_and_numbers_are_printed(value: object, shown: str, tmp_path: Path) -> None:
    """Words are escaped, numbers stand as they are."""
    assert _printed(tmp_path, "<p>{{ view }}</p>", value) == f"<p>{shown}</p>"


def test_a_word_of_a_vocabulary_is_named_by_its_key(tmp_path: Path) -> None:
    """``key`` gives the word that attributes and style sheets know, of a plain word itself."""
    assert _printed(tmp_path, '{{ view | key }} {{ "lead" | key }}', Basis.STATED) == "stated lead"


def test_what_is_missing_is_still_an_error_of_its_own(tmp_path: Path) -> None:
    """A value that a view does not have is told by its name."""
    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        _printed(tmp_path, "{{ view.nothing }}", "")
