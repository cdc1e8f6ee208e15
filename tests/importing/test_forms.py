"""The forms of official texts: what is a unit, what is a fact, and how each unit is cited."""

from __future__ import annotations

import pytest

from macros.importing import read_text
from macros.knowledge import Library
from macros.knowledge.assembly import assemble, text_of
from macros.knowledge.citations import Citations
from macros.model import Document, FactStatus


def _read(text: str) -> Document:
    document = read_text(text, "doc")
    assert text_of(assemble(document)) == text
    return document


def _units(text: str) -> list[tuple[str, str]]:
    document = _read(text)
    citations = Citations(Library(documents=(document,)))
    return [
        (citations.of(measure), "".join(clause.text for clause in measure.clauses))
        for measure in document.measures
    ]


def test_a_letter_is_read_by_its_paragraphs() -> None:
    """Without numbers paragraphs are the units; what stands around them says what is known."""
    text = (
        "某局关于设立\n图书馆的批复\n某复〔2024〕12号\n\n某某学校：\n　　来文收悉。\n"
        "　　同意设立图书馆。请抓紧办理。\n\n某某局\n二〇二四年三月五日\n"
    )
    assert _units(text) == [
        ("第1段", "来文收悉。"),
        ("第2段", "同意设立图书馆。请抓紧办理。"),
    ]
    facts = _read(text).facts
    assert facts.title.value == "某局关于设立图书馆的批复"
    assert (facts.number.value, facts.issuer.value) == ("某复〔2024〕12号", "某某局")
    assert (facts.issued.value, facts.issued.status) == ("2024-03-05", FactStatus.PROVISIONAL)
    assert facts.effective.status is FactStatus.PENDING


def test_an_introduction_below_a_heading_is_a_unit() -> None:
    """Where others have none, it is a paragraph of its part; numbers that return name the part."""
    text = "一、总体\n（一）借书登记。\n二、任务\n各班分头落实。\n（一）还书登记。\n"
    assert _units(text) == [
        ("第一部分第一条", "借书登记。"),
        ("第二部分第1段", "各班分头落实。"),
        ("第二部分第一条", "还书登记。"),
    ]


@pytest.mark.parametrize(
    "papers",
    [
        "（此页无正文）\n某校\n2024年3月5日\n（联系人：图书室，电话另行通知。）\n抄送：各班，各室。\n",
        "抄送：各年级组，家长委员会。\n某校办公室　2024年3月5日印发\n",
        "某校\n2024年3月5日\n主题词：图书　办法\n抄送：各班。\n",
        "附：\n图书清单\n",
        "附件：1.图书清单\n2.借书证样式\n某校\n",
    ],
)
def test_papers_are_no_clause(papers: str) -> None:
    """From the signature, the copies or the annexes on, all stands behind the text."""
    document = _read(f"第一条　各班设图书角。\n第二条　本办法自印发之日起施行。\n{papers}")
    assert [clause.text for clause in document.measures[-1].clauses] == ["本办法自印发之日起施行。"]
    assert document.layout.closing == papers


@pytest.mark.parametrize(
    "blank", ["\u00a0", "\u2002\u2002", "\u2003", "\u2009", "\t", "\u3000\u00a0"]
)
def test_odd_blanks_are_arrangement(blank: str) -> None:
    """A blank of any width stands between number and words, and is part of neither."""
    assert _units(f"第一条{blank}各班设图书角。{blank}\n第二条{blank}班主任负责。\n") == [
        ("第一条", "各班设图书角。"),
        ("第二条", "班主任负责。"),
    ]


@pytest.mark.parametrize("number", ["第二　条　", "第二 条", "第二条：", "第二条　"])
def test_a_number_and_its_signs(number: str) -> None:
    """A blank within the number is a slip, a colon behind it belongs to it."""
    assert _units(f"第一条　各班设图书角。\n{number}班主任负责。\n")[1] == (
        "第二条",
        "班主任负责。",
    )


def test_a_mention_of_items_is_no_item() -> None:
    """Items that a sentence speaks of are not numbered on."""
    text = (
        "第一条　下列图书不外借：\n（一）字典；\n（二）画册；\n（三）报纸。\n"
        "（二）、（三）项所列图书，经同意可以外借。\n"
    )
    document = _read(text)
    citations = Citations(Library(documents=(document,)))
    assert [citations.within(clause) for clause in document.measures[0].clauses] == [
        "第一款",
        "第一款第（一）项",
        "第一款第（二）项",
        "第一款第（三）项",
        "第二款",
    ]


def test_titles_of_most_measures() -> None:
    """Where most begin with a title, one may hold a comma, one has its line, one has none."""
    text = (
        "（一）定期添书。每月一次。\n（二）人人爱护。看前洗手。\n（三）开展共读，交流心得。每周一次。\n"
        "（四）明确责任。\n班主任负责。\n（五）图书室每学期公布一次各班借阅的情况和图书损坏的情况，"
        "并提出改进的办法。各班照办。\n"
    )
    titles = [measure.title for measure in _read(text).measures]
    assert titles[:4] == ["定期添书", "人人爱护", "开展共读，交流心得", "明确责任"]
    assert titles[4].startswith("图书室每学期公布")


def test_contents_without_a_heading() -> None:
    """Headings in a row that occur again are a table of contents."""
    contents = "第一章　总则\n第二章　附则\n"
    text = f"{contents}第一章　总则\n第一条　设图书角。\n第二章　附则\n第二条　照办。\n"
    document = _read(text)
    assert [part.title for part in document.parts] == ["总则", "附则"]
    assert document.layout.opening == contents


def test_items_counted_on_through_measures() -> None:
    """Digits may go on from one measure to the next."""
    text = "（一）添书\n1.每月添书。\n2.公布书目。\n（二）爱护\n3.看前洗手。\n"
    assert len(_read(text).measures) == 3


def test_a_decimal_outline() -> None:
    """Numbers with points nest by their length, as plans are numbered; others are items."""
    text = (
        "1　总则\n1.1　目的\n用好图书角。\n1.2　原则\n（1）自愿；\n（2）公开。\n"
        "2　分工\n2.1　班级\n班级负责登记。\n"
    )
    assert _units(text) == [
        ("第1.1条", "用好图书角。"),
        ("第1.2条", "（1）自愿；（2）公开。"),
        ("第2.1条", "班级负责登记。"),
    ]
    assert [part.title for part in _read(text).parts] == ["总则", "分工"]
