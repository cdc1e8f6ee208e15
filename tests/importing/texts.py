"""Invented official texts in the styles that offices write, with one plain reading each."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from macros.text.numerals import chinese

WHO = ("各学校", "党支部", "班主任", "图书室", "教务处", "各年级组")
WHAT = ("做好登记", "开展共读", "定期检查", "公布结果", "听取意见", "保存记录", "添置新书")
TOPICS = ("总则", "目标任务", "组织领导", "工作措施", "检查考核", "附则", "保障条件", "职责分工")
TITLES = ("定期添书", "人人爱护", "开展共读", "明确责任", "规范管理", "强化“标准+示范”建设")


@dataclass(frozen=True)
class Written:
    """A text, and how many measures its author meant it to have."""

    text: str
    measures: int


@dataclass(frozen=True)
class Manner:
    """How one text is laid out: what stands before a paragraph, and between two."""

    indent: str
    end: str
    blank: str


MANNERS = st.builds(
    Manner,
    indent=st.sampled_from(["", "　　", "  "]),
    end=st.sampled_from(["\n", "\n\n", "\n \n"]),
    blank=st.sampled_from([" ", "　", "  "]),
)


@st.composite
def sentences(draw: st.DrawFn, most: int = 3) -> str:
    """A paragraph of one to ``most`` sentences, some with quotations and brackets."""
    found = []
    for _ in range(draw(st.integers(1, most))):
        who, what = draw(st.sampled_from(WHO)), draw(st.sampled_from(WHAT))
        found.append(
            draw(
                st.sampled_from(
                    [
                        f"{who}应当{what}。",
                        f"{who}（含分校）每学期{what}1次，并{what}。",
                        f"{who}要落实“{what}。一个都不能少”的要求，{what}。",
                        f"凡{what}的，由{who}负责；不{what}的，说明理由。",
                    ]
                )
            )
        )
    return "".join(found)


@st.composite
def bodies(draw: st.DrawFn, manner: Manner) -> str:
    """The text of one article: paragraphs, some with items."""
    text = draw(sentences()) + manner.end
    for _ in range(draw(st.integers(0, 2))):
        text += manner.indent + draw(sentences()) + manner.end
    if draw(st.booleans()):
        count = draw(st.integers(1, 4))
        text += manner.indent + "有下列情形之一的，应当说明：" + manner.end
        for n in range(1, count + 1):
            stop = "。" if n == count else "；"
            text += manner.indent + f"（{chinese(n)}）" + draw(st.sampled_from(WHAT)) + stop
            text += manner.end
    return text


@st.composite
def openings(draw: st.DrawFn, headings: list[str]) -> str:
    """What stands before the first unit: nothing, or title, dates, preamble, contents."""
    lines = draw(
        st.sampled_from(
            [
                [],
                ["某某学校图书角管理办法"],
                ["# 图书角办法", "", "2024年3月5日校务会议通过", ""],
                [
                    "某某学校关于印发《图书角办法》的通知",
                    "某校〔2024〕3号",
                    "各处室：",
                    "　　现印发给你们。",
                ],
            ]
        )
    )
    if headings and draw(st.booleans()):
        page = draw(st.sampled_from(["", "……1", "　　2"]))
        lines = [
            *lines,
            draw(st.sampled_from(["目录", "目　录"])),
            *(h + page for h in headings),
            "",
        ]
    return "".join(f"{line}\n" for line in lines)


CLOSINGS = st.sampled_from(
    [
        "",
        " ",
        "\n某某学校\n2024年3月5日\n",
        "\n附件：1. 名单\n2. 表格\n",
        "附录\n第一条　样例\n",
        "\n\n",
    ]
)


@st.composite
def laws(draw: st.DrawFn) -> Written:
    """Articles, alone or under chapters, these with sections or under books."""
    manner = draw(MANNERS)
    levels = draw(st.sampled_from(["", "章", "编章", "章节", "编章节"]))
    caption = draw(st.sampled_from(["", "【{}】", "{}line"]))
    restart = draw(st.booleans())
    article = 0
    headings: list[str] = []
    text = ""

    def articles(fewest: int) -> str:
        nonlocal article
        made = ""
        for _ in range(draw(st.integers(fewest, 3))):
            article += 1
            title = draw(st.sampled_from(TITLES))
            number = f"{manner.indent}第{chinese(article)}条{manner.blank}"
            head = (
                caption.format(title) if caption != "{}line" else title + manner.end + manner.indent
            )
            made += number + head + draw(bodies(manner))
        return made

    def under(rest: str, count: dict[str, int]) -> str:
        nonlocal article
        if not rest:
            return articles(1)
        made = ""
        for n in range(1, draw(st.integers(1, 3)) + 1):
            again = restart or rest[0] == "节"
            count[rest[0]] = n if again else count.get(rest[0], 0) + 1
            heading = f"第{chinese(count[rest[0]])}{rest[0]}　{draw(st.sampled_from(TOPICS))}"
            headings.append(heading)
            made += heading + manner.end + under(rest[1:], count)
        return made

    text = under(levels, {})
    return Written(draw(openings(headings)) + text + draw(CLOSINGS), article)


@st.composite
def opinions(draw: st.DrawFn) -> Written:
    """Numbered measures under plain Chinese numbers, counted through or anew in each part."""
    manner = draw(MANNERS)
    style = draw(st.sampled_from(["{}. ", "{}．", "（{}）", "({}) ", "{}、"]))
    digits = style[0] == "{"
    through = draw(st.booleans())
    titled = draw(st.sampled_from(["", "{}。", "{}line"]))
    text, number, measures = "", 0, 0
    headings = []
    for n in range(1, draw(st.integers(1, 4)) + 1):
        heading = f"{chinese(n)}、{draw(st.sampled_from(TOPICS))}"
        headings.append(heading)
        text += manner.indent + heading + manner.end
        number = number if through else 0
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            measures += 1
            text += manner.indent + style.format(number if digits else chinese(number))
            if titled == "{}line":
                text += draw(st.sampled_from(TITLES)) + manner.end + manner.indent
            else:
                text += titled.format(draw(st.sampled_from(TITLES)))
            text += draw(sentences()) + manner.end
    return Written(draw(openings(headings)) + text + draw(CLOSINGS), measures)


@st.composite
def plans(draw: st.DrawFn) -> Written:
    """Three levels: parts that are headings, parts with words of their own, measures with items."""
    manner = draw(MANNERS)
    text, measures = "", 0
    for n in range(1, draw(st.integers(1, 4)) + 1):
        text += f"{manner.indent}{chinese(n)}、{draw(st.sampled_from(TOPICS))}{manner.end}"
        if draw(st.booleans()):
            measures += 1
            text += manner.indent + draw(sentences()) + manner.end
            continue
        for m in range(1, draw(st.integers(1, 3)) + 1):
            measures += 1
            title = draw(st.sampled_from(TITLES))
            text += f"{manner.indent}（{chinese(m)}）{title}{manner.end}"
            text += manner.indent + draw(sentences()) + manner.end
            for k in range(1, draw(st.integers(0, 3)) + 1):
                text += f"{manner.indent}{k}. {draw(st.sampled_from(WHAT))}；{manner.end}"
    return Written(draw(openings([])) + text + draw(CLOSINGS), measures)


@st.composite
def letters(draw: st.DrawFn) -> Written:
    """A letter without numbers: every paragraph is a unit, papers stand around it."""
    manner = draw(MANNERS)
    measures = draw(st.integers(1, 5))
    head = draw(
        st.sampled_from(["", "某局关于2024年\n工作的函\n某函〔2024〕7号\n", "某局的答复\n"])
    )
    text = head + draw(st.sampled_from(["", "某某学校：\n"]))
    text += "".join(manner.indent + draw(sentences()) + manner.end for _ in range(measures))
    tail = st.sampled_from(["", "某局\n2024年3月5日\n", "（联系人：某人。）\n抄送：某校。\n"])
    return Written(text + draw(tail), measures)


@st.composite
def introduced(draw: st.DrawFn) -> Written:
    """Headings of which some have an introduction, with items numbered anew under each."""
    manner = draw(MANNERS)
    parts = draw(st.lists(st.booleans(), min_size=2, max_size=4))
    text, measures = "", 0
    for n, has_words in enumerate((False, *parts), start=1):
        text += f"{manner.indent}{chinese(n)}、{draw(st.sampled_from(TOPICS))}{manner.end}"
        if has_words:
            measures += 1
            text += manner.indent + draw(sentences()) + manner.end
        for m in range(1, draw(st.integers(1, 3)) + 1):
            measures += 1
            blank = draw(st.sampled_from(["", "\u00a0", "\u2003", "\t"]))
            text += f"{manner.indent}（{chinese(m)}）{blank}{draw(sentences())}{manner.end}"
    return Written(draw(openings([])) + text + draw(CLOSINGS), measures)


TEXTS = st.one_of(laws(), opinions(), plans(), letters(), introduced())
