"""Study guides as Word files, read back by another library."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from macros.knowledge.guides.catalogue import StudyGuide, catalogue
from tests.exports.docx.reading import begins_page, list_of, opened, places
from tests.exports.word import guide_docx
from tests.libraries import real

GUIDES = {guide.id: guide for guide in catalogue(real())}
EACH = pytest.mark.parametrize("guide", GUIDES.values(), ids=list(GUIDES))


@cache
def _opened(id_: str) -> Any:
    return opened(guide_docx(real(), GUIDES[id_]))


def _two_halves(guide: StudyGuide) -> tuple[list[Any], list[Any]]:
    """The paragraphs before the answers, and those from their heading on."""
    paragraphs = _opened(guide.id).paragraphs
    at = next(n for n, p in enumerate(paragraphs) if p.text == "参考答案")
    return paragraphs[:at], paragraphs[at:]


def _of(paragraphs: list[Any], *styles: str) -> list[str]:
    return [p.text for p in paragraphs if p.style.style_id in styles]


@EACH
def test_the_passages_are_read_in_full(guide: StudyGuide) -> None:
    """Every clause of every passage stands there, complete and in order."""
    told = [
        (c.clause.id, c.clause.text) for step in guide.course.steps for c in step.passage.clauses
    ]
    shown = [place for place in places(_opened(guide.id)) if not place[0].startswith("_Toc")]
    assert shown == told


@EACH
def test_the_duties_stand_with_their_basis(guide: StudyGuide) -> None:
    """Each duty of each step is listed in order, and says what is stated and what inferred."""
    before, _ = _two_halves(guide)
    shown = [text for text in _of(before, "ListNumber") if "——" in text]
    duties = [found.duty for step in guide.course.steps for found in step.duties]
    assert len(shown) == len(duties)
    for text, duty in zip(shown, duties, strict=True):
        assert text.startswith(duty.do + "——")
        assert "（原文明示）" in text or "（编者推断）" in text


@EACH
def test_each_question_is_asked_once_and_answered_once(guide: StudyGuide) -> None:
    """Questions and items stand in order, then once more, with their answers, at the end."""
    before, behind = _two_halves(guide)
    steps = guide.course.steps
    asked = [q for step in steps for q in step.questions]
    tasks, replies = _of(before, "Task"), _of(behind, "Task")
    assert [t.split("】", 1)[1] for t in tasks if t.startswith("【")] == [q.text for q in asked]
    assert [t.split("】", 1)[-1] for t in tasks] == replies
    assert len(tasks) == len(asked) + sum(len(step.items) for step in steps)
    answers = set(_of(behind, "Reply"))
    assert {question.answer for question in asked} <= answers


@EACH
def test_tasks_and_answers_bear_the_same_numbers(guide: StudyGuide) -> None:
    """Word counts all tasks in one list and all answers in another, each from 1."""
    lists = []
    for half in _two_halves(guide):
        numbers = {list_of(p) for p in half if p.style.style_id == "Task"}
        assert len(numbers) == 1
        lists += numbers
    assert lists[0] != lists[1]
    assert 0 not in lists


@EACH
def test_options_stand_under_their_item_and_the_right_one_in_the_answers(
    guide: StudyGuide,
) -> None:
    """Each item offers its options in order; the answer names the letter of the right one."""
    before, behind = _two_halves(guide)
    items = [item for step in guide.course.steps for item in step.items]
    shown, told = _of(before, "Option"), [o for item in items for o in item.options]
    assert len(shown) == len(told)
    assert all(text == option.text for text, option in zip(shown, told, strict=True) if option.text)
    letters = [text[0] for text in _of(behind, "Reply") if text[1:3] == ". "]
    assert letters == ["ABCD"[item.right] for item in items]


@EACH
def test_sheets_and_answers_have_pages_of_their_own(guide: StudyGuide) -> None:
    """Each meeting, each sheet to sign, and the answers start a page."""
    paragraphs = _opened(guide.id).paragraphs
    starts = [p.text for p in paragraphs if begins_page(p) and p.style.style_id == "Heading1"]
    assert starts == [p.text for p in paragraphs if p.style.style_id == "Heading1"][1:]
    assert sum(text.startswith("签到与记录") for text in starts) == len(guide.course.meetings)
    assert starts[-1] == "参考答案"


@EACH
def test_the_plan_adds_up(guide: StudyGuide) -> None:
    """The minutes of the plan's table are those of the course, row by row."""
    rows = [[cell.text for cell in row.cells] for row in _opened(guide.id).tables[1].rows[1:]]
    sums = [int(row[4]) for row in rows if row[0].endswith("合计")]
    assert sums == [meeting.minutes for meeting in guide.course.meetings]
    parts = [int(row[4]) for row in rows if not row[0].endswith(("合计", "总计"))]
    assert sum(parts) == guide.course.minutes


def test_there_is_room_to_write() -> None:
    """Lines follow each question, more where there is more to say."""
    before, _ = _two_halves(GUIDES["teachers-meeting"])
    questions = [
        n for n, p in enumerate(before) if p.style.style_id == "Task" and p.text.startswith("【")
    ]
    for n in questions:
        assert all(p.style.style_id == "Line" for p in before[n + 1 : n + 4])
