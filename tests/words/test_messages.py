"""Every code is explained where its message leads to, and shown by a bad case and a good one."""

from __future__ import annotations

import re

import pytest
from lxml import html

from macros.check.report.wording import manual
from macros.knowledge import Library
from macros.views import diagnostic
from macros.views.render import Renderer
from macros.words.messages import all_codes, message
from tests.projects import CASES, REPOSITORY

# What only counts or lists codes shows nothing of them.
_TELLING = re.compile(r"^(ELSEWHERE|WITHOUT)\b.*?^[)}\]]|^.*ELSEWHERE = \{.*\}$", re.M | re.S)


def _shown() -> set[str]:
    """The codes that have a folder of cases with a bad side and a good one."""
    return {
        folder.name.partition("-")[0]
        for folder in CASES.glob("*/*-*")
        if [*folder.glob("bad*")] and [*folder.glob("good*")]
    }


def _asserted() -> str:
    """What the tests say."""
    files = sorted((REPOSITORY / "tests").glob("**/test_*.py"))
    return "\n".join(_TELLING.sub("", path.read_text(encoding="utf-8")) for path in files)


def test_each_code_is_shown_bad_and_good() -> None:
    """Each code has cases of both kinds, or a test that plants its fault by program."""
    shown, asserted = _shown(), _asserted()
    assert [code for code in all_codes() if code not in shown and not _names(asserted, code)] == []
    assert not _names(asserted, "Z" + "99")


def _names(text: str, code: str) -> bool:
    return re.search(rf"\b{code}\b", text) is not None


@pytest.mark.parametrize("code", all_codes())
def test_each_code_has_an_example_and_its_cure(code: str) -> None:
    """A code's two examples differ, and its hint says what to do in Chinese."""
    words = message(code)
    assert words.bad != words.good
    assert re.search("[\u4e00-\u9fff]", words.hint)


def test_each_message_leads_to_its_explanation() -> None:
    """The address in a message is the code's own page, with both examples and all that is said."""
    shown = {page.address.page: page for page in diagnostic.pages(Library())}
    assert [*shown] == [manual(code) for code in sorted(all_codes())]
    renderer = Renderer(REPOSITORY / "overrides/fragments")
    for code in all_codes():
        words, page = message(code), shown[manual(code)]
        read = html.fragment_fromstring(renderer.render(page.template, page.view(), manual(code)))
        assert [head.text_content().split()[-1] for head in read.iter("h1")] == [code]
        assert [pre.text_content() for pre in read.iter("pre")] == [words.bad, words.good]
        assert [p.text_content() for p in read.xpath("//h2[@id='why']/following::p[1]")] == (
            [words.why] if words.why else []
        )


def test_each_case_of_a_finding_has_its_explanation() -> None:
    """Whatever code a case brings about is in the catalogue, and so has its page."""
    expected = "".join(file.read_text(encoding="utf-8") for file in CASES.rglob("expected.txt"))
    found = set(re.findall(r"\b[A-Z][0-9]{2}\b", expected))
    assert len(found) > 100
    assert found <= set(all_codes())
