"""What an editor probably meant."""

from __future__ import annotations

import pytest

from macros.text.suggest import nearest, nearest_passage


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("party_secretary", "party-secretary"),
        ("Party-Secretary", "party-secretary"),
        ("party-secretery", "party-secretary"),
        ("m81", "m18"),
        ("zzz", None),
        ("", None),
    ],
)
def test_nearest_id(typed: str, meant: str | None) -> None:
    """The nearest id is found through slips of case, dash, letter and order; none is forced."""
    known = ["m01", "m11", "m18", "party-secretary", "party-branch"]
    assert nearest(typed, known) == meant
    assert nearest(typed, reversed(known)) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("每学期为师生上一次思政课", "每学期为师生上1次思政课"),
        ("每个学期为师生上1次思政课", "每学期为师生上1次思政课"),
        ("为师生上次思政课", "为师生上1次思政课"),
        ("落实意识形态工作", None),
        ("", None),
    ],
)
def test_nearest_passage(words: str, meant: str | None) -> None:
    """A misquotation is led back to the passage it was copied from, if there is one."""
    text = "健全完善中小学党组织书记（校长）每学期为师生上1次思政课制度。"
    assert nearest_passage(words, text) == meant


def test_endless_passages_are_not_compared() -> None:
    """For a passage of tens of thousands of characters nothing is proposed, and at once."""
    assert nearest_passage("字" * 20_000 + "词", "字" * 30_000) is None
