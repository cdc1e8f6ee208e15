"""The tuple of rules: each has a code of its own, a manual, words and cases."""

from __future__ import annotations

import inspect
import re

import pytest

from macros.check.rules import RULES, Rule
from macros.words.messages import message
from tests.projects import CASES

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def test_codes_are_unique_and_ordered() -> None:
    """No two rules share a code, and within a letter the codes go up."""
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    for letter in {code[0] for code in codes}:
        family = [code for code in codes if code[0] == letter]
        assert family == sorted(family)


@each_rule
def test_a_rule_has_its_manual(rule: Rule) -> None:
    """The docstring of a rule's generator opens with a sentence and the function yields."""
    manual = inspect.getdoc(rule.check) or ""
    assert manual.splitlines()[0].endswith(".")
    assert inspect.isgeneratorfunction(rule.check)


@each_rule
def test_a_rule_has_words(rule: Rule) -> None:
    """A rule's code has a Chinese message, hint and two different examples."""
    words = message(rule.code)
    for text in (words.text, words.hint):
        assert re.search(r"[\u4e00-\u9fff]", text)
    assert words.bad != words.good


@each_rule
def test_a_rule_has_cases(rule: Rule) -> None:
    """A rule has at least one folder of cases, with a bad and a good side that change something."""
    folders = list((CASES / "rules").glob(f"{rule.code}-*"))
    assert folders
    for folder in folders:
        for side in ("bad", "good"):
            assert any(path.is_file() for path in (folder / side).rglob("*"))


def test_every_case_belongs_to_a_rule() -> None:
    """No folder of cases is left over from a rule that is gone."""
    codes = {rule.code for rule in RULES}
    assert {path.name.partition("-")[0] for path in (CASES / "rules").iterdir()} == codes
