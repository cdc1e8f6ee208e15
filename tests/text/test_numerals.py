"""Numbers as Chinese texts print them."""

from __future__ import annotations

from macros.text.numerals import chinese, value


def test_numbers_are_written_as_they_are_read() -> None:
    """Tens without a one before them, a zero for whatever is skipped between two digits."""
    assert [*map(chinese, (1, 10, 11, 20, 99))] == ["一", "十", "十一", "二十", "九十九"]
    assert [*map(chinese, (100, 101, 110, 111))] == ["一百", "一百零一", "一百一十", "一百一十一"]
    assert [*map(chinese, (1001, 9999))] == ["一千零一", "九千九百九十九"]


def test_what_is_written_is_worth_the_number() -> None:
    """Every number that can be written reads back as itself."""
    assert [value(chinese(number)) for number in range(1, 10_000)] == [*range(1, 10_000)]
