"""Data is never code for Typst: what looks like markup is shown as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.exports.pdf import NoGlyphError, card, guide, typeset, whole
from macros.knowledge.guides.catalogue import catalogue
from tests.exports.hostile import library
from tests.exports.pdf import reading
from tests.exports.pdf.reading import bare

TEXTS = (
    '#panic("x") #{1+1} #sys.version #include "card.typ" #read("/etc/hostname")',
    "$x^2$ *a* _b_ `c` ```d``` @label <label> [e] ~f~ = g - h + i / j",
    r"\ \\ \u{41} // k /* l */ --- ... 'm' \"n\" 'o'",
    "{key} {{ 7*7 }} %s </text> &amp; \U0001f600",
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of a document, a card and a guide whose every text is hostile."""
    hostile = library(*TEXTS)
    folder: Path = tmp_path_factory.mktemp("hostile")
    made = {
        "whole": typeset("whole", whole(hostile, hostile.documents[0]), "v"),
        "card": typeset("card", card(hostile, hostile.roles[0]), "v"),
        "guide": typeset("guide", guide(hostile, catalogue(hostile)[0]), "v"),
    }
    for name, content in made.items():
        (folder / f"{name}.pdf").write_bytes(content)
    return {name: "".join(reading.pages(folder / f"{name}.pdf")) for name in made}


@pytest.mark.parametrize("kind", ["whole", "card", "guide"])
@pytest.mark.parametrize("text", TEXTS)
def test_markup_is_shown(shown: dict[str, str], kind: str, text: str) -> None:
    """Every character of a text that Typst would take for markup or code is on the page."""
    assert bare(text) in shown[kind]
    # The control: a text that differs in one sign is not found.
    assert (
        bare(text.replace("#", "＃").replace("$", "＄").replace("\\", "＼").replace("{", "｛"))
        not in (shown[kind])
    )


def test_what_no_font_can_show_is_refused() -> None:
    """A character that no font of the machine has makes no empty box, but an error with it."""
    given = {
        "title": "字\U0010fffd",
        "name": "",
        "facts": [],
        "opening": [],
        "parts": [],
        "closing": [],
        "unit": "",
        "example": "",
    }
    given |= {"measures": 0, "clauses": 0, "source": {"file": "", "sha256": ""}}
    with pytest.raises(NoGlyphError, match=r"\\u\{10fffd\}"):
        typeset("whole", given, "")
