"""What mkdocs.yml may not say is refused at its place, before anything is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.check.project import check_project
from macros.check.settings import settings
from macros.data.project import Project
from macros.words.messages import message
from tests.projects import REPOSITORY, project

OURS = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")


def _codes(root: Path, text: str) -> list[str]:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    found, shown = settings(root / "mkdocs.yml")
    assert shown == text
    for one in found:
        assert message(one.code).says(one.params)
        assert message(one.code).advises(one.params)
    return [f"{one.location} {one.code}" for one in found]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("INHERIT: ../other.yml", "1:1 P14"),
        ("docs_dir: ../elsewhere", "1:1 P14"),
        ("docs_dir: /etc", "1:1 P14"),
        ("docs_dir: data", "1:1 P14"),
        ("hooks: [docs/x.py]", "1:1 P14"),
        ("extra: !!python/name:os.system", "1:8 Y32"),
        ("extra: !ENV HOME", "1:8 Y32"),
        ("extra: {x: !!python/object/apply:os.system [ls]}", "1:12 Y32"),
        ("extra: &a x", "1:8 Y30"),
        ("extra: x\nextra: y", "2:1 Y34"),
        ("%TAG ! tag:yaml.org,2002:python/\n---\nextra: !name:os.system", "3:8 Y32"),
    ],
)
def test_what_leads_elsewhere_is_refused(tmp_path: Path, line: str, place: str) -> None:
    """Other settings, other folders, code behind a tag: at the field or value itself."""
    rest = re.sub(f"^{line.partition(':')[0]}:.*\n", "", OURS, flags=re.M)
    found = _codes(tmp_path, f"{line}\n{rest}")
    assert f"mkdocs.yml:{place}" in found


def test_ours_are_settled(tmp_path: Path) -> None:
    """Our own settings are fine, with comments and quotations as MkDocs takes them."""
    assert _codes(tmp_path, OURS) == []
    assert _codes(tmp_path, OURS + "copyright: 学校 # 说明\nextra:\n  a: ~\n") == []


def test_the_check_says_so(tmp_path: Path) -> None:
    """The findings stand among those of the data, and forbid a build."""
    root = project(tmp_path)
    assert not check_project(Project(root)).has_errors
    (root / "mkdocs.yml").write_text("site_name: x\nINHERIT: ../x.yml\n", encoding="utf-8")
    checked = check_project(Project(root))
    assert checked.has_errors
    assert [str(found.location) for found in checked.findings if found.code == "P14"] == [
        "mkdocs.yml:2:1"
    ]
    assert "INHERIT" in checked.sources["mkdocs.yml"]
