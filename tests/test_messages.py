"""Every code is explained where its message leads to, and shown by a bad case and a good one."""

from __future__ import annotations

import re

import pytest

from macros.messages import all_codes, message
from macros.render import Renderer
from macros.report.said import manual
from macros.views import diagnostics
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
    """The address in a message is an anchor of the reference, under which both examples stand."""
    renderer = Renderer(REPOSITORY / "overrides/fragments")
    page = renderer.render("diagnostics.html", diagnostics.view(), "editing/diagnostics.html")
    for code in all_codes():
        address, _, anchor = manual(code).partition("#")
        assert (address, anchor) == ("editing/diagnostics.html", code)
        (entry,) = re.findall(rf'<article [^>]*id="{code}".*?</article>', page, re.S)
        assert entry.count("<pre") == 2
    assert "其他" not in "".join(re.findall(r"<h2.*?</h2>", page))
