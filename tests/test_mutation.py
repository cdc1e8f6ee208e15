"""Whatever is edited in the data, somebody notices."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.check import rules
from macros.data import load
from tests.mutation import Edit, Found, edits, noticed
from tests.projects import project


def test_no_edit_goes_unseen(tmp_path: Path) -> None:
    """Three hundred random edits of the data: each is a finding of check, or is shown by diff.

    ``make mutation`` tries a thousand on the real data.
    """
    project(tmp_path)
    before = load(tmp_path).library
    known = {str(found) for found in rules.check(before)}
    tried = [*edits(tmp_path, 300)]
    found = [noticed(tmp_path, before, known, edit) for edit in tried]
    unseen = [edit for edit, how in zip(tried, found, strict=True) if how is Found.NOBODY]
    assert unseen == []
    assert {Found.READING, Found.RULES, Found.DIFF} <= {*found}


def test_an_edit_can_go_unseen(tmp_path: Path) -> None:
    """The control: against a library that is as it will be after the edit, nobody notices it."""
    project(tmp_path)
    file = "data/registry/roles.yml"
    text = (tmp_path / file).read_text(encoding="utf-8")
    edit = Edit(file, "identify", text.replace("identify: 您", "identify: 您再", 1))
    before = load(tmp_path).library
    known = {str(found) for found in rules.check(before)}
    assert noticed(tmp_path, before, known, edit) is Found.DIFF
    (tmp_path / file).write_text(edit.text, encoding="utf-8")
    after = replace(load(tmp_path).library, pace=before.pace)
    assert noticed(tmp_path, after, known, edit) is Found.SAME
