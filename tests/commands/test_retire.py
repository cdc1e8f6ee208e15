"""``clausebook retire``: what is written, what goes along, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.commands.retire import retire
from macros.data import load
from macros.data.project import Project
from macros.words.catalogue import say
from tests.projects import contents, project

MEASURE = "data/documents/corner/measures/a01.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project."""
    return project(tmp_path)


def test_two_lines_are_added_and_nothing_else(root: Path) -> None:
    """The entry gets its reason and successor where it stands; every other byte stays."""
    path = root / MEASURE
    path.write_text("# 图书室已看过\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines()
    done = retire(Project(root), "a01d3", "并入协助选书。", ["a01d2", "a01d2"])
    after = path.read_text(encoding="utf-8").splitlines()
    assert done.file == MEASURE
    added = [line for line in after if line not in before]
    assert added == ["        retired: 并入协助选书。", "        replaced_by: [a01d2]"]
    assert [line for line in after if line not in added] == before
    assert [finding.code for finding in done.new] == ["N25"]


@pytest.mark.parametrize(
    ("id_", "along"),
    [
        ("a01", ("a01c1", "a01d1", "a01c2", "a01d2", "a01d3", "a01q1", "a01q2", "a01q3")),
        ("a01c2", ("a01d2", "a01d3")),
        ("a01q1", ()),
        ("book-corner", ()),
        ("horizon", ()),
        ("reading", ()),
        ("book-list", ()),
        ("p2", ()),
    ],
)
def test_what_goes_along(root: Path, id_: str, along: tuple[str, ...]) -> None:
    """A clause takes its duties along, a measure all it holds; any kind of entry can be retired."""
    done = retire(Project(root), id_, "不再适用。")
    assert done.along == along
    library = load(root).library
    assert dict(library.identified())[id_].retired == "不再适用。"  # type: ignore[attr-defined]
    walked = {
        *(measure.id for measure in library.measures),
        *(found.clause.id for found in library.clauses),
        *(found.duty.id for found in library.duties),
        *(question.id for _, question in library.questions),
    }
    assert not walked & {id_, *along}


def test_what_still_names_it_is_told(root: Path) -> None:
    """Findings that were not there before are handed back, and only those."""
    done = retire(Project(root), "a01c2", "修订时删去。", ["a01c1"])
    found = [(finding.code, finding.suggestion) for finding in done.new]
    assert found.count(("N18", "a01c1")) == 2
    # The source still has the sentence: the text of record has to be replaced as well.
    assert "T01" in {code for code, _ in found}


@pytest.mark.parametrize(
    ("typed", "key", "suggestion"),
    [
        (("a01d33", "理由"), "retire.unknown", "a01d3"),
        (("corner", "理由"), "retire.not-retirable", None),
        (("a01d3", ""), "retire.no-reason", None),
        (("a01d3", "理由", ["a01d22"]), "retire.no-successor", "a01d2"),
        (("a01d3", "理由", ["a01c1"]), "retire.no-successor", "a01d1"),
        (("a01d3", "理由", ["a01d3"]), "retire.successor-retired", None),
    ],
    ids=str,
)
def test_misuse(
    root: Path, typed: tuple[str, str, list[str]], key: str, suggestion: str | None
) -> None:
    """What makes no sense is said, with what was probably meant, and nothing is written."""
    before = contents(root)
    with pytest.raises(MisuseError) as caught:
        retire(Project(root), *typed)
    assert (caught.value.key, caught.value.suggestion) == (key, suggestion)
    assert say(caught.value.key, **caught.value.params)
    assert contents(root) == before


def test_once_is_enough(root: Path) -> None:
    """What is retired, if only with what it stands in, is refused, and takes nothing's place."""
    retire(Project(root), "a01c2", "并入上一句。")
    for id_ in ("a01c2", "a01d3"):
        with pytest.raises(ForbiddenError) as caught:
            retire(Project(root), id_, "别的理由。")
        assert caught.value.params["why"] == "并入上一句。"
    with pytest.raises(MisuseError) as refused:
        retire(Project(root), "a01d1", "理由。", ["a01d3"])
    assert refused.value.key == "retire.successor-retired"


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    """While a file cannot be read, nothing is retired."""
    root = project(tmp_path)
    (root / MEASURE).write_text("id: [\n", encoding="utf-8")
    with pytest.raises(FaultyDataError):
        retire(Project(root), "a02d1", "理由。")
