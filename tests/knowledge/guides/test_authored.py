"""An authored guide breaks loudly when the data moves under it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check.project import check_project
from macros.data import load
from macros.data.project import Project
from macros.knowledge.guides.catalogue import catalogue
from tests.projects import REPOSITORY

MEASURES = "data/documents/cn24/measures"


def _project(root: Path) -> Path:
    shutil.copytree(REPOSITORY / "data", root / "data")
    return root


def _codes(root: Path) -> set[tuple[str, str]]:
    return {
        (finding.code, place.file)
        for finding in check_project(Project(root)).findings
        for place in (finding.location, *finding.also)
        if place.file.startswith("data/guides/")
    }


def _everywhere(root: Path, old: str, new: str) -> None:
    for path in (root / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if old in text and path.parent.name != "guides":
            path.write_text(text.replace(old, new), encoding="utf-8")


def _reworded(root: Path, old: str, new: str) -> None:
    """Other words in the text of record itself and wherever they are quoted."""
    _everywhere(root, old, new)
    source = root / "data/documents/cn24/source.txt"
    before = source.read_bytes()
    source.write_bytes(before.replace(old.encode(), new.encode()))
    digests = (hashlib.sha256(text).hexdigest() for text in (before, source.read_bytes()))
    _everywhere(root, *digests)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda root: _everywhere(root, "curriculum-ideology", "course-ideology"),
            {
                ("N12", "data/guides/teachers-meeting.yml"),
                ("S04", "data/guides/teachers-meeting.yml"),
            },
        ),
        (
            lambda root: _everywhere(root, "record: debrief-report", "record: work-plan"),
            {("S03", "data/guides/yearly-report.yml")},
        ),
        (
            lambda root: (root / MEASURES / "m17.yml").write_text(
                (root / MEASURES / "m17.yml").read_text("utf-8").replace("m17c1", "m17c9"), "utf-8"
            ),
            {("N16", "data/guides/teachers-meeting.yml")},
        ),
        (
            lambda root: _reworded(root, "融入教育教学全过程", "融入教育教学各方面"),
            {("Q04", "data/guides/teachers-meeting.yml")},
        ),
        (
            lambda root: _everywhere(root, "class-teachers", "form-teachers"),
            {("N11", "data/guides/teachers-meeting.yml")},
        ),
    ],
    ids=["a mechanism renamed", "a record unused", "a clause renumbered", "words", "a role"],
)
def test_the_data_moves(
    change: Callable[[Path], object], expected: set[tuple[str, str]], tmp_path: Path
) -> None:
    """Whatever the guide stands on is renamed, dropped or reworded: the guide is named."""
    root = _project(tmp_path)
    assert _codes(root) == set()
    change(root)
    assert _codes(root) == expected


def test_the_pace_moves_every_page(tmp_path: Path) -> None:
    """Slower reading and shorter meetings change the minutes of every guide, by no other edit."""
    root = _project(tmp_path)
    before = {guide.id: guide.course.minutes for guide in catalogue(load(root).library)}
    pace = root / "data/guides/pace.yml"
    pace.write_text(pace.read_text("utf-8").replace("reading: 250", "reading: 50"), "utf-8")
    after = {guide.id: guide.course.minutes for guide in catalogue(load(root).library)}
    slower = [id_ for id_ in before if before[id_] < after[id_]]
    assert len(slower) > len(before) / 2
