"""``clausebook review``: what is recorded, what is refused, and what is never touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.project import check_project
from macros.commands.errors import FaultyDataError, ForbiddenError, MisuseError
from macros.commands.review import review, to_review
from macros.data.project import Project
from macros.knowledge.reviews.standing import State
from macros.words.catalogue import say
from tests.projects import CASES, contents, edited, project

BOOK = "data/reviews/corner.yml"
MEASURE = "data/documents/corner/measures/a01.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project, nothing reviewed."""
    return project(tmp_path)


def test_a_review_is_one_line_in_the_file_of_its_document(root: Path) -> None:
    """What is written is the one review; no other file changes, and the data stays sound."""
    before = contents(root)
    done = review(Project(root), ["a01d2"], "甲", "2026-09-01")
    assert done.files == (BOOK,)
    assert [standing.state for standing in done.standings] == [State.REVIEWED]
    after = contents(root)
    assert {name for name in after if before.get(name) != after[name]} == {BOOK}
    lines = (root / BOOK).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../.schema/reviews.json"
    assert lines[1] == "reviews:"
    assert len(lines) == 3
    assert lines[2].startswith('  - {id: a01d2, by: 甲, date: "2026-09-01", own: ')
    assert check_project(Project(root)).findings == ()


def test_several_at_once_each_in_its_file_and_by_id(root: Path) -> None:
    """One command can review many entries; lines stand by id, as people count, not by time."""
    review(Project(root), ["students", "a01d3", "a01/a03", "a03q1"], "甲", "2026-09-01")
    review(Project(root), ["a01d1", "a01c1"], "乙", "2026-08-31")
    ids = [r.id for r in check_project(Project(root)).library.reviews]
    assert ids == ["a01/a03", "a01c1", "a01d1", "a01d3", "a03q1", "students"]
    assert {p.name for p in (root / "data/reviews").iterdir()} == {"corner.yml", "registry.yml"}


def test_all_or_none(root: Path) -> None:
    """If one of several ids is wrong, nothing is recorded of the others."""
    before = contents(root)
    with pytest.raises(MisuseError):
        review(Project(root), ["a01d1", "a01d11"], "甲", "2026-09-01")
    assert contents(root) == before


def test_notes_stay(root: Path) -> None:
    """Comments that a person wrote into the file are kept, also those at a line that is renewed."""
    review(Project(root), ["a01d1", "a02d1"], "甲", "2026-09-01")
    path = root / BOOK
    text = path.read_text(encoding="utf-8").replace(
        "  - {id: a01d1", "  # 会后再看\n  - {id: a01d1"
    )
    path.write_text(f"# 期末核对\n{text}  # 完\n", encoding="utf-8")
    edited(root, MEASURE, "do: 每学期为各班图书角添书一次", "do: 每学期添书一次")
    review(Project(root), ["a01d1", "a01d2"], "乙", "2026-10-08")
    lines = path.read_text(encoding="utf-8").splitlines()
    shown = [line.partition(", date")[0] for line in lines]
    assert shown[0] == "# 期末核对"
    assert shown[2:] == [
        "reviews:",
        "  # 会后再看",
        "  - {id: a01d1, by: 乙",
        "  - {id: a01d2, by: 乙",
        "  - {id: a02d1, by: 甲",
        "  # 完",
    ]


def test_a_lapsed_review_is_renewed(root: Path) -> None:
    """A change makes the review due, with a finding; the next review mends it, and one is left."""
    review(Project(root), ["a01d1"], "甲", "2026-09-01")
    edited(root, MEASURE, "do: 每学期为各班图书角添书一次", "do: 每学期添书一次")
    assert [finding.code for finding in check_project(Project(root)).findings] == ["K04"]
    assert [s.entry.id for s in to_review(Project(root), due=True)[1]] == ["a01d1"]
    review(Project(root), ["a01d1"], "乙", "2026-10-08")
    checked = check_project(Project(root))
    assert checked.findings == ()
    assert [(r.id, r.by) for r in checked.library.reviews] == [("a01d1", "乙")]


@pytest.mark.parametrize(
    ("typed", "key", "suggestion"),
    [
        ((["a01d11"], "甲", "2026-09-01"), "review.unknown", "a01d1"),
        ((["a03/a01"], "甲", "2026-09-01"), "review.unknown", "a01/a03"),
        ((["a01"], "甲", "2026-09-01"), "review.nothing", "a01c1"),
        ((["buying"], "甲", "2026-09-01"), "review.nothing", None),
        ((["book"], "甲", "2026-09-01"), "review.undefined", None),
        ((["a01d1"], "甲", "2026-02-30"), "review.no-day", None),
        ((["a01d1"], "甲", "2026年9月1日"), "review.no-day", None),
        ((["a01d1"], " ", "2026-09-01"), "review.no-name", None),
        ((["a01d1"], "甲\u200b", "2026-09-01"), "review.no-name", None),
    ],
    ids=str,
)
def test_misuse(
    root: Path, typed: tuple[list[str], str, str], key: str, suggestion: str | None
) -> None:
    """What makes no sense is said, with what was probably meant, and nothing is written."""
    before = contents(root)
    with pytest.raises(MisuseError) as caught:
        review(Project(root), *typed)
    assert (caught.value.key, caught.value.suggestion) == (key, suggestion)
    assert say(caught.value.key, **caught.value.params)
    assert contents(root) == before


def test_two_persons(root: Path) -> None:
    """With the two-person rule, a second review by the same person is refused."""
    (root / "data/review.yml").write_text("persons: 2\n", encoding="utf-8")
    (once,) = review(Project(root), ["a01d1"], "甲", "2026-09-01").standings
    assert once.state is State.PARTLY
    before = contents(root)
    with pytest.raises(ForbiddenError) as caught:
        review(Project(root), ["a01d1"], "甲", "2026-09-02")
    assert caught.value.key == "review.second-person"
    assert contents(root) == before
    (twice,) = review(Project(root), ["a01d1"], "乙", "2026-09-02").standings
    assert twice.state is State.REVIEWED
    assert [r.by for r in check_project(Project(root)).library.reviews] == ["甲", "乙"]


def test_two_persons_renew_a_lapsed_review(root: Path) -> None:
    """After a change both must look again; the old lines go with the second, not before."""
    (root / "data/review.yml").write_text("persons: 2\n", encoding="utf-8")
    review(Project(root), ["a01d1"], "甲", "2026-09-01")
    review(Project(root), ["a01d1"], "乙", "2026-09-01")
    edited(root, MEASURE, "do: 每学期为各班图书角添书一次", "do: 每学期添书一次")
    (first,) = review(Project(root), ["a01d1"], "丙", "2026-10-08").standings
    assert first.state is State.LAPSED
    assert {r.by for r in check_project(Project(root)).library.reviews} == {"甲", "乙", "丙"}
    (second,) = review(Project(root), ["a01d1"], "甲", "2026-10-09").standings
    assert second.state is State.REVIEWED
    assert [r.by for r in check_project(Project(root)).library.reviews] == ["丙", "甲"]


def test_faulty_data_is_not_reviewed(tmp_path: Path) -> None:
    """While the data has errors nobody can say what was compared: refused, with the findings."""
    root = project(tmp_path, CASES / "rules" / "N11-role" / "bad")
    with pytest.raises(FaultyDataError) as caught:
        review(Project(root), ["a01d1"], "甲", "2026-09-01")
    assert caught.value.checked.has_errors
    assert not (root / "data/reviews").exists()


def test_checking_never_writes(root: Path) -> None:
    """Neither a check nor a list of what is due touches a file, whatever has lapsed."""
    review(Project(root), ["a01d1", "a01c1"], "甲", "2026-09-01")
    edited(root, MEASURE, "do: 每学期为各班图书角添书一次", "do: 每学期添书一次")
    before = contents(root)
    check_project(Project(root))
    to_review(Project(root), due=True)
    assert contents(root) == before


def test_the_list_can_be_narrowed(root: Path) -> None:
    """By document, by role, or to what has lapsed; a name that is none is answered with one."""
    library, everything = to_review(Project(root))
    assert len(everything) == 31
    assert {s.entry.shelf for s in to_review(Project(root), document="registry")[1]} == {"registry"}
    mine = [s.entry.id for s in to_review(Project(root), role="class-teachers")[1]]
    expected = [duty.duty.id for duty, _ in library.duties_of_role("class-teachers")]
    assert mine == [*expected, "class-teachers"]
    with pytest.raises(MisuseError) as caught:
        to_review(Project(root), role="class-teacher")
    assert caught.value.suggestion == "class-teachers"
