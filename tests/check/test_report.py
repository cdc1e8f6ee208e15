"""Findings as text, JSON and workflow commands."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import jsonschema
import pytest

from macros.check import report
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location

# What is essential of the published schema of SARIF 2.1.0, for what we write.
SARIF = json.loads((Path(__file__).parent.parent / "sarif.json").read_text(encoding="utf-8"))
NAMELESS = Location("data/x.yml")
FILE = "data/registry/roles.yml"
HERE = Location(FILE, 2, 8)
SOURCE = {FILE: "roles:\n  - id: 学校 # 党组织\n" + "  - " + "长" * 300 + "x" + "短" * 300 + "\n"}


def _found(line: int, column: int) -> Diagnostic:
    return Diagnostic("N11", Location(FILE, line, column), {"id": "schol", "count": "1"})


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def test_the_text_of_a_finding() -> None:
    """A finding has place, severity, code, words, its line with a caret, hint and suggestion."""
    lines = report.as_text(
        [Diagnostic("N11", HERE, {"id": "schol", "count": "1"}, "school", (Location(FILE, 1, 1),))],
        SOURCE,
    ).splitlines()
    assert lines[0].startswith(f"{FILE}:2:8: 错误[N11] 没有登记过角色「schol」")
    assert lines[1:3] == ["    - id: 学校 # 党组织", "         ^"]
    assert lines[3].startswith("    怎么改：")
    assert lines[4:] == [
        "    您是否想写“school”？",
        f"    另见 {FILE}:1:1",
        "    解释和例子在网站里：editing/diagnostics/n11.html",
        "",
        "共 1 处：错误 1，警告 0，提醒 0。",
    ]


def test_the_caret_stands_under_the_character() -> None:
    """Chinese characters before the column count two columns each."""
    lines = report.as_text([_found(2, 12)], SOURCE).splitlines()
    assert lines[1:3] == ["    - id: 学校 # 党组织", "               ^"]


def test_a_long_line_is_cut_around_the_column() -> None:
    """Of a long line as much is shown as fits, and the caret still points at the character."""
    lines = report.as_text([_found(3, 305)], SOURCE).splitlines()
    assert _width(lines[1]) <= 104
    assert lines[1].lstrip().startswith("…")
    assert lines[1].endswith("…")
    before = lines[1][: lines[1].index("x")]
    assert len(lines[2]) - 1 == _width(before)


def test_a_place_without_a_line_is_named_only() -> None:
    """A finding about a file as a whole, or in a file without text, shows no source line."""
    whole = Diagnostic("N11", Location("data/x.yml"), {"id": "a", "count": "1"})
    text = report.as_text([whole], SOURCE)
    assert text.startswith("data/x.yml: 错误[N11]")
    assert "^" not in text


def test_control_characters_are_pictured() -> None:
    """Nothing of a file reaches the terminal as a control character or turns its text around."""
    evil = "\x1b[31m\u202e\u200b\t"
    text = report.as_text(
        [Diagnostic("N11", HERE, {"id": evil, "count": "1"}, evil)], {FILE: f"\n  {evil}\n"}
    )
    assert not set("\x1b\u202e\u200b\t") & set(text)
    assert "<U+202E>" in text


def test_many_places_are_counted() -> None:
    """Of a fault that shows in many places a few are named, and the text says how many more."""
    also = tuple(Location(FILE, line, 1) for line in range(3, 10))
    text = report.as_text([Diagnostic("N11", HERE, {"id": "a", "count": "8"}, None, also)], SOURCE)
    assert text.count("另见 ") == 4
    assert "还有 3 处与此相同" in text


def test_nothing_found() -> None:
    """Without findings the report is one sentence."""
    assert report.as_text((), {}) == "没有发现问题。\n"


def test_json_is_a_stable_contract() -> None:
    """The JSON report has these fields and no others, in one order."""
    finding = Diagnostic(
        "N11", HERE, {"id": "schol", "count": "1"}, "school", (Location(FILE, 1, 1),)
    )
    content = json.loads(report.as_json([finding]))
    assert list(content) == ["version", "findings", "summary"]
    assert content["version"] == 1
    assert content["summary"] == {"error": 1, "warning": 0, "notice": 0}
    (shown,) = content["findings"]
    assert shown == {
        "code": "N11",
        "severity": "error",
        "message": shown["message"],
        "hint": shown["hint"],
        "suggestion": "school",
        "params": {"count": "1", "id": "schol"},
        "page": "editing/diagnostics/n11.html",
        "file": FILE,
        "line": 2,
        "column": 8,
        "also": [{"file": FILE, "line": 1, "column": 1}],
    }


def test_workflow_commands_are_escaped() -> None:
    """A line end, a percent sign, a colon or a comma of the data cannot end a workflow command."""
    finding = Diagnostic(
        "N11", Location("data/a,b:c.yml", 3, 4), {"id": "x%0A\n::error::y", "count": "1"}
    )
    (line,) = report.as_github([finding]).splitlines()
    assert line.startswith("::error file=data/a%2Cb%3Ac.yml,line=3,col=4,title=N11::")
    assert "x%250A%0A::error::y" in line


def test_gitlab_knows_a_finding_again() -> None:
    """Each finding has its own fingerprint, which stays when lines are added above it."""
    moved = [report.as_gitlab([_found(line, 8), _found(line + 1, 8)]) for line in (2, 9)]
    first, second = (json.loads(text) for text in moved)
    prints = [one["fingerprint"] for one in first]
    assert len(set(prints)) == 2
    assert [one["fingerprint"] for one in second] == prints
    other = Diagnostic("N11", Location(FILE, 2, 8), {"id": "schoo", "count": "1"})
    assert json.loads(report.as_gitlab([other]))[0]["fingerprint"] not in prints
    assert first[0]["location"] == {"path": FILE, "lines": {"begin": 2}}
    assert (first[0]["check_name"], first[0]["severity"]) == ("N11", "critical")
    (whole,) = json.loads(report.as_gitlab([Diagnostic("P02", NAMELESS, {"name": "x.yml"})]))
    assert whole["location"]["lines"] == {"begin": 1}


def test_sarif_is_what_the_standard_says() -> None:
    """The log has the shape of SARIF 2.1.0: each result names its rule, level, words and places."""
    also = (Location(FILE, 1, 1),)
    found = [
        Diagnostic("N11", HERE, {"id": "schol", "count": "1"}, "school", also),
        Diagnostic("N33", HERE, {"id": "a", "label": "b", "alias": "c"}),
        Diagnostic("P02", Location("data/\u4e2d #.yml"), {"name": "x.yml"}),
    ]
    log = json.loads(report.as_sarif(found))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
    first, _, last = (result["locations"][0]["physicalLocation"] for result in run["results"])
    assert first["region"] == {"startLine": 2, "startColumn": 8}
    assert last["artifactLocation"]["uri"] == "data/%E4%B8%AD%20%23.yml"
    assert "region" not in last
    assert len(run["results"][0]["relatedLocations"]) == 1
    log["runs"][0]["results"][0]["level"] = "notice"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SARIF)
