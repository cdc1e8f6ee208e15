"""Characters that nobody sees: kept where a text of record has no words, refused elsewhere."""

from __future__ import annotations

import pytest

from macros.data import read, save
from macros.model import Layout
from macros.yaml.text import check_source

LAYOUT = 'part: "{numeral}{title}"\nmeasure: "{number}{clauses}"\nopening: '


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff"])
def test_a_source_keeps_them_on_lines_without_words(sign: str) -> None:
    """Alone or among marks they are kept, within words they are refused; a BOM always is."""
    harmless = sign != "\ufeff"
    for line in (sign, f"——{sign}"):
        assert (check_source(f"甲\n{line}\n乙\n", "source.txt").findings == ()) is harmless
    for line in (f"甲{sign}", f"{sign}甲", f"1{sign}"):
        found = check_source(f"甲\n{line}\n", "source.txt").findings
        assert [finding.location.line for finding in found] == [2]


@pytest.mark.parametrize("sign", ["\t", "\u00a0", "\u2002", "\u2003", "\u2009", "\u202f"])
def test_a_source_keeps_odd_blanks(sign: str) -> None:
    """Blanks of other widths and tabs are layout: kept anywhere in a source, nowhere in a file."""
    assert check_source(f"第一条{sign}甲{sign}乙{sign}\n{sign}\n", "source.txt").findings == ()
    layout = Layout(part="{numeral}{title}", measure=f"{{number}}{sign}{{clauses}}{sign}\n")
    text = save(layout)
    assert sign not in text
    assert f"\\u{ord(sign):04X}" in text
    assert read(text, Layout).record == layout
    assert read(LAYOUT + f'"甲{sign}"\n', Layout).findings


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ('"\\u200B\\n"', "\u200b\n"),
        ('"甲\\n\\u00A0\\n"', "甲\n\u00a0\n"),
        ('"甲\\u200B"', None),
        ('"\\u515A"', None),
        ('"\\u000B"', None),
        ('"\\u200b"', None),
        ('"\u200b"', None),
    ],
)
def test_a_file_shows_them_as_escapes(value: str, kept: str | None) -> None:
    """An escape stands for what is unseen on a line without words, and for nothing else."""
    found = read(LAYOUT + value + "\n", Layout)
    assert (found.record.opening if found.record else None) == kept
    assert bool(found.findings) is (kept is None)


def test_they_are_saved_as_escapes() -> None:
    """A record that holds them is saved so that they can be seen, and reads back."""
    layout = Layout(part="{numeral}{title}", measure="{number}{clauses}", closing="\u200b\n甲\n")
    text = save(layout)
    assert 'closing: "\\u200B\\n甲\\n"' in text
    assert read(text, Layout).record == layout
