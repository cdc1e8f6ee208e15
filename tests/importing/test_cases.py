"""The golden refusals: each a folder with a refused text, an accepted one and the finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check import report
from macros.importing import Choices, NumberingStyle, RefusedError, read_text, style_of
from macros.knowledge.assembly import assemble, text_of
from macros.words.messages import all_codes
from tests.projects import CASES

FOLDERS = sorted((CASES / "import").iterdir())
each_case = pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
# These depend on an option, or on a Word file; tests beside this one have them.
ELSEWHERE = {"I11", "I12", "I20", "I21", "I22", "I23", "I24", "I25", "I26"}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@each_case
def test_a_bad_text_is_refused_at_its_place(case: Path) -> None:
    """A bad text is refused with the finding of expected.txt, which can be said in full."""
    with pytest.raises(RefusedError) as refusal:
        read_text(_text(case / "bad.txt"), "doc", file="bad.txt")
    found = refusal.value.findings
    expected = _text(case / "expected.txt").splitlines()
    assert [f"{finding.location} {finding.code}" for finding in found] == expected
    said = report.as_text(found, {"bad.txt": _text(case / "bad.txt")})
    assert said.count("^\n") == len(found)


@each_case
def test_a_good_text_is_accepted(case: Path) -> None:
    """The good text beside it, a near miss, is accepted and kept to the letter."""
    text = _text(case / "good.txt")
    assert text_of(assemble(read_text(text, "doc"))) == text


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("I02-article-missing", "第二条"),
        ("I02-item-missing", "（二）"),
        ("I02-circled-item", "②"),
        ("I02-does-not-begin-at-one", "1."),
    ],
)
def test_the_number_that_should_come_is_named(case: str, expected: str) -> None:
    """A number that jumps is told with the one expected, printed alike."""
    with pytest.raises(RefusedError) as refusal:
        read_text(_text(CASES / "import" / case / "bad.txt"), "doc")
    assert [finding.params["expected"] for finding in refusal.value.findings] == [expected]


def test_every_refusal_has_a_case() -> None:
    """Each code of a refusal is shown by a case here or a test beside this one."""
    codes = {code for code in all_codes() if code.startswith("I")}
    assert codes == {path.name[:3] for path in FOLDERS} | ELSEWHERE


@pytest.mark.parametrize(
    ("case", "choices"),
    [
        ("I02-article-missing", Choices(numbers_stand=True)),
        ("I02-item-missing", Choices(numbers_stand=True)),
        ("I03-article-twice", Choices(numbers_stand=True)),
        ("I04-mixed", Choices(measures=frozenset({NumberingStyle.HAN_BRACKETS}))),
        ("I04-mixed", Choices(measures=frozenset({NumberingStyle.HAN}))),
        (
            "I04-two-ways",
            Choices(measures=frozenset({NumberingStyle.HAN_BRACKETS, NumberingStyle.ARABIC})),
        ),
        ("I08-some-titles", Choices(titled=True)),
        ("I08-some-titles", Choices(titled=False)),
    ],
)
def test_an_option_resolves_it(case: str, choices: Choices) -> None:
    """What can be read in two ways is accepted once an option says which, and kept."""
    text = _text(CASES / "import" / case / "bad.txt")
    assert text_of(assemble(read_text(text, "doc", choices=choices))) == text


def test_a_number_that_the_text_has_not() -> None:
    """I11: the number given for measures must occur in the text."""
    with pytest.raises(RefusedError) as refusal:
        read_text(
            "第一条　各班设图书角。\n", "doc", choices=Choices(frozenset({NumberingStyle.CIRCLED}))
        )
    assert [finding.code for finding in refusal.value.findings] == ["I11"]


def test_contents_of_an_annex_are_none_of_the_text() -> None:
    """A table of contents is looked for before the first number only."""
    text = "第一条　各班设图书角。\n附件：手册\n目录\n第一章　怎样借书\n"
    document = read_text(text, "doc")
    assert len(document.measures) == 1
    assert document.layout.closing == "附件：手册\n目录\n第一章　怎样借书\n"


@pytest.mark.parametrize("long", ["字" * 20_001, "附件：名单\n" + "字。" * 25_000])
def test_a_stretch_that_no_field_can_hold(long: str) -> None:
    """I12: a sentence of more than 20,000 signs, or an annex of more than 50,000."""
    with pytest.raises(RefusedError) as refusal:
        read_text(f"第一条　各班设图书角。\n{long}\n", "doc")
    assert [finding.code for finding in refusal.value.findings] == ["I12"]


@pytest.mark.parametrize(
    ("typed", "style"),
    [
        ("第一条", NumberingStyle.ARTICLE),
        ("（三）", NumberingStyle.HAN_BRACKETS),
        ("(三)", NumberingStyle.HAN_BRACKETS),
        ("一、", NumberingStyle.HAN),
        ("1.", NumberingStyle.ARABIC),
        ("1、", NumberingStyle.ARABIC),
        ("(1)", NumberingStyle.ARABIC_BRACKETS),
        ("①", NumberingStyle.CIRCLED),
        ("第二章", NumberingStyle.CHAPTER),
        ("一", None),
        ("第一条 各班", None),
    ],
)
def test_a_number_given_as_an_example(typed: str, style: NumberingStyle | None) -> None:
    """A style is named by any number of it, signs included, and by nothing else."""
    assert style_of(typed) is style
