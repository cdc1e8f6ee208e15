"""Which text stands for which: ids first, likeness where ids were given anew."""

from __future__ import annotations

import random
import time

import pytest

from macros.changes.alignment import counterparts

WORDS = "学校党组织校长教师生每期应当开展落实加强建立健全制度机教育培训考核监督报告记录安康"


def _article(seed: int, length: int = 60) -> str:
    """A text like no other, made of the usual words."""
    chance = random.Random(seed)
    return "".join(chance.choice(WORDS) for _ in range(length)) + "。"


def _numbered(texts: list[str]) -> dict[str, str]:
    return {f"a{number:03}": text for number, text in enumerate(texts, start=1)}


ARTICLES = [_article(seed) for seed in range(500)]


def test_five_hundred_articles_counted_on() -> None:
    """Five articles put in among 500, every tenth amended: each is found under its new number."""
    amended = [
        text.replace(text[7:12], "另行规定") if n % 10 == 0 else text
        for n, text in enumerate(ARTICLES)
    ]
    now: list[tuple[int | None, str]] = [*enumerate(amended)]
    for number in (3, 100, 101, 300, 499):
        now.insert(number, (None, _article(1000 + number)))
    new = _numbered([text for _, text in now])
    expected = {
        id_: f"a{was + 1:03}" for id_, (was, _) in zip(new, now, strict=True) if was is not None
    }
    started = time.process_time()
    assert counterparts(_numbered(ARTICLES), new) == expected
    assert time.process_time() - started < 5


def test_articles_taken_out() -> None:
    """Articles struck out have no counterpart, all others keep theirs."""
    left = [n for n in range(500) if n % 50 != 7]
    new = _numbered([ARTICLES[n] for n in left])
    found = counterparts(_numbered(ARTICLES), new)
    assert [*found.values()] == [f"a{n + 1:03}" for n in left]


def test_an_id_holds_though_the_text_is_another() -> None:
    """Where no id was given anew, a text written afresh is the same entry."""
    old = {"a": _article(1), "b": _article(2), "c": _article(3)}
    assert counterparts(old, {**old, "b": _article(4)}) == {"a": "a", "b": "b", "c": "c"}


def test_an_id_given_to_something_else() -> None:
    """Where ids count on, one that now means another text does not bind the two."""
    one, two, three = _article(1), _article(2), _article(3)
    old = {"a1": one, "a2": two, "a3": three}
    new = {"a1": _article(4), "a2": one, "a3": three, "a4": two}
    assert counterparts(old, new) == {"a2": "a1", "a3": "a3", "a4": "a2"}


def test_texts_that_were_exchanged() -> None:
    """Two texts that changed places are found where they are now."""
    old = {"a1": _article(1), "a2": _article(2)}
    assert counterparts(old, {"a1": old["a2"], "a2": old["a1"]}) == {"a1": "a2", "a2": "a1"}


def test_much_amended_between_the_same_neighbours() -> None:
    """A text of which little is left is known by what stands around it, where ids count on."""
    old = {f"a{n}": _article(n) for n in range(1, 5)}
    half = old["a2"][:24] + _article(50, 40)
    new = {"a1": _article(60), "a2": old["a1"], "a3": half, "a4": old["a3"], "a5": old["a4"]}
    assert counterparts(old, new)["a3"] == "a2"


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "", "b": ""}, {"a": "书"}])
def test_little_or_nothing(texts: dict[str, str]) -> None:
    """Short and empty texts, or none, are no trouble."""
    assert counterparts(texts, texts) == {id_: id_ for id_ in texts}
    assert counterparts(texts, {}) == counterparts({}, texts) == {}
