"""What stands in a PDF is what stands in the data, in its order."""

from __future__ import annotations

from pathlib import Path

from macros.knowledge.guides.catalogue import StudyGuide
from macros.model import Role
from macros.views import guide as guides
from tests.exports.pdf import reading
from tests.exports.pdf.reading import bare
from tests.libraries import cn24, real


def _stand_in_order(words: list[str], text: str) -> None:
    """Fail unless all ``words`` are found in ``text``, one after another."""
    at = 0
    for each in words:
        found = text.find(bare(each), at)
        assert found >= 0, each
        at = found + len(bare(each))


def test_the_document_is_whole(files: Path) -> None:
    """Every title and clause stands in the text word for word, in its order."""
    text = "".join(reading.pages(files / "whole.pdf", reading.WHOLE)[2:])
    words = []
    for part in cn24().documents[0].parts:
        words.append(f"{part.numeral}、{part.title}")
        for measure in cn24().measures_of_part(part.id):
            words.append(f"{measure.number}. {measure.title}")
            words += [clause.text for clause in measure.clauses]
    assert len(words) > 70
    _stand_in_order(words, text)
    # And nothing but the small numbers of the clauses beside them.
    rest = text
    for each in words:
        rest = rest.replace(bare(each), "", 1)
    assert rest == "".join(str(at) for m in cn24().measures for at in range(1, len(m.clauses) + 1))


def test_the_card_is_one_page_and_all_duties_follow(files: Path, role: Role) -> None:
    """The fullest card stays on its page; each duty stands in the list behind with its words."""
    first, *rest = reading.pages(files / "card.pdf")
    assert rest[0].startswith("各项任务与原文")
    assert role.identify in first
    listed = "".join(rest)
    stakes = real().real.duties_of_role(role.id)
    assert len(stakes) > 100
    for found, _ in stakes:
        assert bare(found.duty.do) in listed, found.duty.id
        assert f"「{bare(found.duty.quote)}」" in listed, found.duty.id


def test_the_guide_has_everything_in_order(files: Path, guide: StudyGuide) -> None:
    """Passages, duties, questions and items stand meeting by meeting, all answers behind."""
    view = guides.view(real(), guide)
    words, answers = [], []
    for meeting in view.meetings:
        for step in meeting.steps:
            words.append(f"第{step.measure.printed}条 {step.measure.title}")
            words += [clause.context.clause.text for clause in step.clauses]
            words += [own.shown.duty.do for own in step.duties]
            words += [asked.question.text for asked in step.questions]
            words += [option.text for item in step.items for option in item.item.options]
            answers += [asked.question.answer for asked in step.questions]
            answers += [f"「{item.words}」" for item in step.items if not item.duty]
        words += [term.entry.label for term in meeting.terms]
        words += ["签到与记录"]
    _stand_in_order([*words, "参考答案", *answers], "".join(reading.pages(files / "guide.pdf")))


def test_an_answer_bears_the_number_of_its_task(files: Path, guide: StudyGuide) -> None:
    """Tasks are counted through the guide, and each number stands before its answer again."""
    before, _, after = "".join(reading.pages(files / "guide.pdf")).partition("参考答案")
    number = 0
    for meeting in guides.view(real(), guide).meetings:
        for step in meeting.steps:
            for asked in step.questions:
                number += 1
                for half in (before, after):
                    _stand_in_order([f"{number}.【"], half)
                    _stand_in_order([asked.question.text], half.partition(f"{number}.【")[2])
            number += len(step.items)
