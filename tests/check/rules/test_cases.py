"""The golden cases: each a folder with a bad overlay, a good one and the findings expected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.check import report, rules
from macros.check.project import check_project
from macros.data import load
from macros.data.project import Project
from tests.projects import BASE, CASES, REPOSITORY, project

FOLDERS = sorted(path for path in (CASES / "rules").iterdir() if path.is_dir())
WHOLE = {rule.code for rule in rules.RULES if rule.whole}
each_case = pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)


def _code(case: Path) -> str:
    return case.name.partition("-")[0]


@each_case
def test_a_bad_case_has_just_its_findings(case: Path, tmp_path: Path) -> None:
    """A bad case yields the findings of its expected.txt, at their places, and no others."""
    checked = check_project(Project(project(tmp_path, case / "bad")))
    found = [f"{finding.location} {finding.code}" for finding in checked.findings]
    assert found == (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert {finding.code for finding in checked.findings} == {_code(case)}


@each_case
def test_a_good_case_has_none(case: Path, tmp_path: Path) -> None:
    """The good case beside it, a near miss, yields no finding at all."""
    assert check_project(Project(project(tmp_path, case / "good"))).findings == ()


@each_case
def test_each_finding_can_be_said(case: Path, tmp_path: Path) -> None:
    """Each finding of a bad case has words, with every placeholder filled, and shows its line."""
    checked = check_project(Project(project(tmp_path, case / "bad")))
    said = report.as_text(checked.findings, checked.sources)
    for finding in checked.findings:
        assert f"{finding.location}: " in said
        assert f"[{finding.code}]" in said
    assert said.count("^\n") == len(checked.findings)


@each_case
def test_a_rule_for_the_whole_library_waits_for_it(case: Path, tmp_path: Path) -> None:
    """While a file cannot be read, a whole rule is silent and any other speaks as before."""
    library = load(project(tmp_path, case / "bad")).library
    found = {finding.code for finding in rules.check(replace(library, complete=False))}
    assert found == {_code(case)} - WHOLE


def test_the_base_is_free_of_findings() -> None:
    """The project under all cases has no finding of its own."""
    assert check_project(Project(BASE)).findings == ()


def test_our_own_data_is_free_of_findings() -> None:
    """The data of this repository obeys every rule."""
    checked = check_project(Project(REPOSITORY))
    assert report.as_text(checked.findings, checked.sources) == report.as_text((), {})
