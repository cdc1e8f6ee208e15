"""Every value knows where it stands, in code points, whatever stands before it."""

from __future__ import annotations

from macros.text.location import Place
from macros.yaml import source
from macros.yaml.text import check

TEXT = """\
# 𠮷
𠮷: {甲: 𠮷𠮷, 乙: "丙"}
list:
  - '丁'
  - "\\"戊"
  - |
    己
"""


def _place() -> Place:
    found = source.read(check(TEXT, "f.yml"), "f.yml")
    assert found.findings == ()
    return found.place


def test_values_in_braces() -> None:
    """Columns count code points behind characters of two UTF-16 units or four bytes."""
    place = _place()
    assert str(place.at("𠮷")) == "f.yml:2:4"
    assert str(place.at("𠮷", "甲")) == "f.yml:2:8"
    assert str(place.at("𠮷", "乙")) == "f.yml:2:15"
    assert str(place.children["𠮷"].children["乙"].key) == "f.yml:2:12"


def test_items_of_a_list() -> None:
    """An item stands where it begins, behind its dash."""
    assert [str(_place().at("list", n)) for n in range(3)] == [
        "f.yml:4:5",
        "f.yml:5:5",
        "f.yml:6:5",
    ]


def test_characters_of_a_scalar() -> None:
    """A character is found behind a quotation mark; where escapes stand, the scalar is named."""
    place = _place()
    assert str(place.at_character(1, "𠮷", "甲")) == "f.yml:2:9"
    assert str(place.at_character(0, "list", 0)) == "f.yml:4:6"
    assert str(place.at_character(1, "list", 1)) == "f.yml:5:5"
    assert str(place.at_character(0, "list", 2)) == "f.yml:6:5"


def test_what_was_not_written() -> None:
    """A field that was not written stands where its mapping does."""
    assert str(_place().at("𠮷", "丙")) == "f.yml:2:4"


def test_scalars_stay_what_was_typed() -> None:
    """No scalar is taken for a number, a date, a truth or nothing."""
    typed = ["no", "0012", "1:30", "3.10", "1e3", "0x1F", "2026-09-01", "true", "on", "=", "y"]
    found = source.read(check("a: [" + ", ".join(typed) + "]\n", ""), "")
    assert found.findings == ()
    assert found.content["a"] == typed
