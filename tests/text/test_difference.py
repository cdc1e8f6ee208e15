"""Two texts as one: nothing lost, and read in words, not in confetti."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.text.difference import DifferencePart, Fate, runs

TEXTS = st.text(alphabet="学校党组织每期年，。12A\n", max_size=40)


@given(TEXTS, TEXTS)
def test_nothing_is_lost(old: str, new: str) -> None:
    """What is not new makes the old text, what is not old the new one."""
    found = runs(old, new)
    assert "".join(run.text for run in found if run.fate is not Fate.NEW) == old
    assert "".join(run.text for run in found if run.fate is not Fate.OLD) == new


@given(TEXTS)
def test_equal_texts_are_one_run(text: str) -> None:
    """A text beside itself stays as it is."""
    assert runs(text, text) == ((DifferencePart(Fate.SAME, text),) if text else ())


@given(TEXTS, TEXTS)
def test_runs_alternate(old: str, new: str) -> None:
    """No two runs of one fate stand side by side, and none is empty."""
    fates = [run.fate for run in runs(old, new)]
    assert all(one is not other for one, other in pairwise(fates))


def _marked(old: str, new: str) -> str:
    marks = {Fate.SAME: "{}", Fate.OLD: "[{}]", Fate.NEW: "<{}>"}
    return "".join(marks[run.fate].format(run.text) for run in runs(old, new))


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("每学期上1次课。", "每学期上12次课。", "每学期上[1]<12>次课。"),
        ("学校党组织负责。", "学校党组织和校长负责。", "学校党组织<和校长>负责。"),
        ("应当学习，应当记录。", "应当记录。", "[应当学习，]应当记录。"),
        ("由书记主持会议。", "由校长召集会议。", "由[书记主持]<校长召集>会议。"),
        ("管好书，管好借阅。", "管好书，定期清点，管好借阅。", "管好书，<定期清点，>管好借阅。"),
        ("甲乙丙丁戊己庚辛", "甲天地人戊风雨辛", "甲[乙丙丁戊己庚]<天地人戊风雨>辛"),
    ],
)
def test_a_reader_sees_words(old: str, new: str, marked: str) -> None:
    """Numbers stay whole, phrases go as phrases, and what stayed by chance goes along."""
    assert _marked(old, new) == marked


def test_a_text_of_the_longest_kind_is_compared_at_once() -> None:
    """Two texts of 20,000 characters without a mark are told as replaced, not pored over."""
    found = runs("书" * 20_000, "课" * 20_000)
    assert [run.fate for run in found] == [Fate.OLD, Fate.NEW]
