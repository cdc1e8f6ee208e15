"""The large projects that measurements are taken on are sound data."""

from __future__ import annotations

from pathlib import Path

from macros.check.project import check_project
from macros.data.project import Project
from tests.synthetic import project


def test_copies_of_the_data_break_no_rule(tmp_path: Path) -> None:
    """Two copies of the document, as one of 48 measures, have no finding at all."""
    checked = check_project(Project(project(tmp_path, 48)))
    assert checked.findings == ()
    document = next(one for one in checked.library.documents if one.id == "cn24")
    assert [measure.number for measure in document.measures] == list(range(1, 49))
    assert len({found.duty.id for found in checked.library.duties}) == len(checked.library.duties)
