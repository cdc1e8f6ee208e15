"""Which characters are refused, over all of Unicode."""

from __future__ import annotations

import unicodedata

import pytest

from macros.yaml.characters import hazard, scan
from macros.yaml.radicals import ordinary

EVERY = [chr(point) for point in range(0x110000)]


@pytest.mark.parametrize(
    ("first", "last"),
    [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x3001, 0x3029), (0xFF01, 0xFF5E)],
)
def test_ordinary_chinese_is_let_pass(first: int, last: int) -> None:
    """Ideographs, punctuation and full-width forms are never refused."""
    assert [chr(point) for point in range(first, last + 1) if hazard(chr(point))] == []


def test_printable_ascii_and_the_ideographic_space_are_let_pass() -> None:
    """So are the characters of a keyboard and U+3000."""
    assert [c for c in map(chr, range(0x20, 0x7F)) if hazard(c)] == []
    assert hazard("\u3000") == hazard("\n") == ""


@pytest.mark.parametrize(
    ("first", "last"), [(0x2F00, 0x2FD5), (0x2E81, 0x2EF3), (0x2F800, 0x2FA1D)]
)
def test_radicals_and_compatibility_forms_are_refused(first: int, last: int) -> None:
    """Each assigned one is a look-alike, with an ideograph to type instead."""
    for point in range(first, last + 1):
        if unicodedata.category(chr(point)) == "Lo" or unicodedata.name(chr(point), ""):
            assert hazard(chr(point)) == "Y13", hex(point)
            instead = ordinary(chr(point))
            assert instead and not hazard(instead), hex(point)


def test_compatibility_ideographs_are_refused_if_they_have_a_twin() -> None:
    """All of U+F900 to U+FAFF but the twelve that Unicode counts as ordinary ideographs."""
    block = [chr(p) for p in range(0xF900, 0xFB00) if unicodedata.name(chr(p), "")]
    passed = " ".join(f"{ord(c):X}" for c in block if not hazard(c))
    assert passed == "FA0E FA0F FA11 FA13 FA14 FA1F FA21 FA23 FA24 FA27 FA28 FA29"


def test_what_cannot_be_seen_is_refused() -> None:
    """No format, control, private, surrogate or separating character passes."""
    unseen = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"}
    passed = [c for c in EVERY if unicodedata.category(c) in unseen and not hazard(c)]
    assert passed == ["\n", " ", "\u3000"]


def test_what_is_let_pass_is_in_normal_form() -> None:
    """No character that passes has another spelling in NFC, so a word has one spelling."""
    passed = "\n".join(c for c in EVERY if not hazard(c))
    assert unicodedata.is_normalized("NFC", passed)


@pytest.mark.parametrize(
    "text",
    ["e\u0301", "e\u0316\u0301", "a\u0301\u0323", "\u1100\u1161", "\uac00\u11a8", "か\u3099"],
)
def test_a_letter_in_pieces_is_refused(text: str) -> None:
    """Letters and marks that NFC would join or reorder are one finding, with the joined form."""
    (finding,) = scan(text, "").findings
    assert (finding.code, finding.suggestion) == ("Y14", unicodedata.normalize("NFC", text))


def test_a_mark_that_joins_nothing_is_let_pass() -> None:
    """A mark on a letter that has no joined form has one spelling."""
    assert scan("b\u0301", "").findings == ()


def test_columns_count_code_points() -> None:
    """A character beyond the first plane is one column, and only a line feed ends a line."""
    found = scan("𠮷𠮷\n𠮷\u200b\n", "f").findings[0]
    assert str(found.location) == "f:2:2"
