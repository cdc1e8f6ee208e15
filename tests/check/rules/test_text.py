"""The lock on the text: whatever is altered, wherever, is found and named."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.check import rules
from macros.check.project import check_project
from macros.data import load
from macros.data.project import Project
from macros.knowledge import Library
from tests.projects import BASE, REPOSITORY, edited, project

LIBRARY = load(BASE).library
DOCUMENT = LIBRARY.documents[0]
CLAUSES = [
    (m, c) for m, measure in enumerate(DOCUMENT.measures) for c in range(len(measure.clauses))
]


def _with_clause(measure_at: int, clause_at: int, text: str) -> Library:
    """The base library with another text in one of its clauses."""
    measure = DOCUMENT.measures[measure_at]
    clause = measure.clauses[clause_at].model_copy(update={"text": text})
    clauses = (*measure.clauses[:clause_at], clause, *measure.clauses[clause_at + 1 :])
    changed = measure.model_copy(update={"clauses": clauses})
    measures = (*DOCUMENT.measures[:measure_at], changed, *DOCUMENT.measures[measure_at + 1 :])
    document = DOCUMENT.model_copy(update={"measures": measures})
    return replace(LIBRARY, documents=(document,))


@settings(deadline=None)
@given(
    place=st.sampled_from(CLAUSES),
    cut=st.tuples(st.integers(0, 60), st.integers(0, 3)),
    put=st.text(max_size=3),
)
def test_any_change_of_a_clause_is_found(
    place: tuple[int, int], cut: tuple[int, int], put: str
) -> None:
    """Whatever is cut out of a clause or put into it, the lock speaks once, and only then."""
    text = DOCUMENT.measures[place[0]].clauses[place[1]].text
    start = min(cut[0], len(text))
    changed = text[:start] + put + text[start + cut[1] :]
    found = [
        f for f in rules.check(_with_clause(*place, changed)) if f.code in ("T01", "T02", "T03")
    ]
    assert len(found) == (changed != text)


def test_one_character_of_our_text(tmp_path: Path) -> None:
    """A bracket of another width in a clause of our own data is named at its line and column."""
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    file = "data/documents/cn24/measures/m18.yml"
    edited(
        tmp_path,
        file,
        "text: 加强思政育人特色学校培育建设，健全完善中小学党组织书记（",
        "text: 加强思政育人特色学校培育建设，健全完善中小学党组织书记(",
    )
    (finding,) = (f for f in check_project(Project(tmp_path)).findings if f.code.startswith("T"))
    assert finding.code == "T01"
    assert (finding.params["written_code"], finding.params["source_code"]) == ("U+0028", "U+FF08")
    line = (tmp_path / file).read_text(encoding="utf-8").splitlines()[finding.location.line - 1]
    assert line[finding.location.column - 1] == "("


def test_three_faults_are_three_findings(tmp_path: Path) -> None:
    """An altered clause, an altered source and a wrong hash are told apart."""
    clause = edited(
        project(tmp_path / "clause"),
        "data/documents/corner/measures/a02.yml",
        "看完放回原处。",
        "看完放回原位。",
    )
    source = edited(
        project(tmp_path / "source"),
        "data/documents/corner/source.txt",
        "看完放回原处。",
        "看完放回原位。",
    )
    digest = edited(
        project(tmp_path / "digest"),
        "data/documents/corner/document.yml",
        DOCUMENT.source.sha256,
        "f" * 64,
    )
    codes = [
        {finding.code for finding in check_project(Project(root)).findings} & {"T01", "T04", "T05"}
        for root in (clause, source, digest)
    ]
    assert codes == [{"T01"}, {"T05"}, {"T04"}]


def test_the_source_as_windows_saves_it(tmp_path: Path) -> None:
    """A source whose line ends were changed is refused at the file, not blamed on the clauses."""
    root = project(tmp_path)
    source = root / "data/documents/corner/source.txt"
    source.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    found = check_project(Project(root)).findings
    assert found
    assert {finding.location.file for finding in found} == {"data/documents/corner/source.txt"}
