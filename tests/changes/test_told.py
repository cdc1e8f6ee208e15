"""Changes in words: each field and value has its name, and a report says what it means for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from macros.changes import compare
from macros.changes.entries import items
from macros.changes.markdown import MOST, as_markdown, escaped
from macros.changes.names import names
from macros.changes.report import Report, report
from macros.changes.text import as_text
from macros.data import load
from macros.exports.changes_html import as_html
from macros.knowledge import Library
from macros.knowledge.reviews import Dependants, moved
from macros.model import Record
from macros.model.release import Changes
from macros.words.changes import has
from macros.words.vocabulary import in_field, words
from tests.changes.whole import whole
from tests.projects import BASE, REPOSITORY, edited, project

A01 = "data/documents/corner/measures/a01.yml"
A02 = "data/documents/corner/measures/a02.yml"


def _inside(annotation: Any) -> Iterator[type]:
    """Records and vocabularies that a value of this type can hold."""
    if isinstance(annotation, type):
        yield annotation
        for name, field in getattr(annotation, "model_fields", {}).items():
            if name != "place":
                yield from _inside(field.annotation)
    for argument in get_args(annotation):
        yield from _inside(argument)


HINTS = get_type_hints(Library, include_extras=True)
TYPES = list(
    dict.fromkeys(
        one for held in fields(Library) if held.compare for one in _inside(HINTS[held.name])
    )
)
RECORDS = [one for one in TYPES if issubclass(one, Record)]
# What a release says is data about data: it is shown as it is and told in no other words.
TOLD = [one for one in RECORDS if one.__module__ != "macros.model.release"]


def test_every_field_has_a_name() -> None:
    """No field of a record is told by its name in the file alone."""
    named = {field.alias or name for one in TOLD for name, field in one.model_fields.items()} - {
        "@"
    }
    lists = {one.name for one in fields(Library) if isinstance(getattr(whole(), one.name), tuple)}
    assert [name for name in sorted(named | lists) if not has(f"field.{name}")] == []


def test_every_word_of_a_vocabulary_is_told() -> None:
    """Where a field takes one of a few words, readers see the Chinese one."""
    untold = [
        f"{field.alias or name}: {word.value}"
        for one in TOLD
        for name, field in one.model_fields.items()
        for vocabulary in (field.annotation, *get_args(field.annotation))
        if isinstance(vocabulary, type) and issubclass(vocabulary, Enum)
        for word in vocabulary
        if not in_field(field.alias or name, word.value)
    ]
    assert untold == []


def test_every_kind_of_entry_has_a_name() -> None:
    """What stands in a library as an entry is called by a Chinese word."""
    assert [kind for kind, _ in items(whole()) if kind not in words("Entry")] == []


def _report(root: Path) -> Report:
    old, new = load(BASE).library, load(root).library
    rest = moved(Dependants(old), Dependants(new))
    return report(compare(old, new), names(old, new), rest)


def _changed(folder: Path) -> Path:
    """The base project after a term's work on it: one edit of most kinds."""
    root = project(folder)
    edited(
        root,
        A01,
        "every: term, times: 1, basis: stated, quote: 每学期}",
        "every: year, times: 2, basis: inferred}",
    )
    edited(
        root,
        A01,
        "{role: class-teachers, as: support, basis: stated}",
        "{role: class-teachers, as: lead, basis: stated}",
    )
    edited(
        root,
        A01,
        "text: 班主任协助图书室选书，登记借阅情况。",
        "text: 班主任协助图书室选书，每周登记借阅情况。",
    )
    edited(root, "data/registry/roles.yml", "label: 班级,", "label: 各班,")
    return root


def test_a_report(tmp_path: Path) -> None:
    """The golden report: in short, for whom, what to look at again, one by one."""
    said = as_text(_report(_changed(tmp_path)), "改动：旧 → 新")
    golden = Path(__file__).with_name("report.txt")
    assert said == golden.read_text(encoding="utf-8")


def test_a_new_duty_says_what_it_claims(tmp_path: Path) -> None:
    """Of a duty that came, a reviewer sees words, owner, rhythm, and what each rests on."""
    root = project(tmp_path)
    edited(
        root,
        A01,
        "      - id: a01d3",
        "      - id: a01d4\n"
        "        do: 选书\n"
        "        quote: 图书室选书\n"
        "        who:\n"
        "          - {role: library-office, as: lead, basis: stated, quote: 图书室}\n"
        "        when: {kind: continuous, basis: inferred}\n"
        "      - id: a01d3",
    )
    said = as_text(_report(root), "改动")
    told = said[said.index("任务：选书") :].splitlines()[1:4]
    assert [line.strip(" -") for line in told] == [
        "引文：图书室选书",
        "分工·图书室：新增（牵头、原文明示、图书室）",
        "节奏：长期、编者推断",
    ]


def test_what_is_retired_and_cited_as_an_article(tmp_path: Path) -> None:
    """A retirement is counted as one, with its reason; an article's clause is cited as one."""
    root = edited(
        project(tmp_path),
        A01,
        "      - id: a01d3",
        "      - retired: 不再要求。\n        id: a01d3",
    )
    edited(root, A01, "登记借阅情况。\n", "登记借阅。\n")
    edited(
        root, "data/documents/corner/document.yml", "short_title:", "unit: article\nshort_title:"
    )
    said = as_text(_report(root), "改动")
    assert "任务停用 1" in said
    assert "  - 任务：登记借阅情况（a01d3）\n      停用原因：不再要求。\n" in said
    assert "  ~ 第二句（a01c2）\n" in said


def test_the_same_report_in_markdown(tmp_path: Path) -> None:
    """The golden Markdown: summary and tables first, the rest folded."""
    said = as_markdown(_report(_changed(tmp_path)), "改动：旧 → 新")
    golden = Path(__file__).with_name("report.md")
    assert said == golden.read_text(encoding="utf-8")


def test_the_same_report_as_a_page(tmp_path: Path) -> None:
    """The page says what the text says, needs no other file, and shows data as text."""
    told = _report(edited(_changed(tmp_path), A02, "title: ", "title: <b>&"))
    page = as_html(REPOSITORY / "overrides", told, "改动")
    assert "&lt;b&gt;&amp;" in page
    assert "<b>" not in page
    assert "<ins>每周</ins>" in page
    assert 'href="data:text/css;base64,' in page
    assert "src=" not in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("a|b\nc", "a\\|b␊c"),
        ("**b** `c` [d](e)", "\\*\\*b\\*\\* \\`c\\` \\[d\\]\\(e\\)"),
        ("@all #1 https://a.b", "@<!-- -->all \\#1 https\\://a\\.b"),
    ],
)
def test_data_is_never_markdown(text: str, shown: str) -> None:
    """Whatever the data holds, it becomes neither markup nor a link, and calls nobody."""
    assert escaped(text) == shown


def test_a_long_report_fits_a_comment() -> None:
    """More than a code host takes as a comment is left out, and that is said."""
    old, new = Library(), load(REPOSITORY).library
    said = as_markdown(report(compare(old, new), names(old, new)), "改动")
    assert len(said) < MOST + 1000
    assert "还有" in said
    assert said.endswith("</details>\n")


def test_nobody_is_concerned_by_a_name() -> None:
    """A change that leaves every duty as it was concerns no role, and the report says so."""
    old = load(BASE).library
    new = replace(old, themes=old.themes[::-1])
    told = report(compare(old, new), names(old, new))
    assert told.whom == ()
    assert "不改变任何角色的任务" in as_text(told, "")


def test_nothing_changed() -> None:
    """No changes: the title and nothing else."""
    told = report(Changes(), {})
    assert as_text(told, "没有改动") == "没有改动\n"
    assert as_markdown(told, "没有改动") == "## 没有改动\n"
