"""Changes to a text: what was asked for, where it belongs, and not a byte more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.data import Draft, UnreadableError, read, rewrite
from macros.data.files import FILED, REGISTRIES, kind_of
from macros.data.project import Project
from macros.model import Mechanism, MechanismKind, Record, Term
from macros.model.kinds import Kind
from macros.yaml.tree import Scalar
from tests.data.scribbles import scribbled
from tests.data.strategies import records
from tests.projects import BASE, REPOSITORY, edited, project

TERMS = """\
# 术语
terms:
  - id: one
    label: "甲"  # 名称
    # 状态
    status: pending

  # 第二项
  - id:  two
    definition: {text: 乙乙, origin: common,   source: 丙}  # 出处
    label: 乙
    # 属于第二项
# 末尾
"""
ROLES = "data/registry/roles.yml"


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("terms", 0, "status"), "to-review", "status: pending", "status: to-review"),
        (("terms", 0, "label"), "丁", '"甲"', '"丁"'),
        (("terms", 0, "label"), "a: b", '"甲"', '"a: b"'),
        (("terms", 0, "aliases"), ("戊", "己"), "# 名称\n", "# 名称\n    aliases: [戊, 己]\n"),
        (("terms", 1, "id"), "three", "id:  two", "id:  three"),
        (
            ("terms", 1, "definition", "source"),
            "辛, 壬",
            "{text: 乙乙, origin: common,   source: 丙}",
            '{text: 乙乙, origin: common, source: "辛, 壬"}',
        ),
        (("terms", 1, "retired"), "不用了", "label: 乙\n", "label: 乙\n    retired: 不用了\n"),
        (
            ("terms", 2),
            Term(id="three", label="癸", aliases=("子",)),
            "# 属于第二项\n",
            "# 属于第二项\n  - id: three\n    label: 癸\n    aliases: [子]\n",
        ),
    ],
)
def test_one_place_changes(path: tuple[Any, ...], value: object, old: str, new: str) -> None:
    """A value replaced, a field added in its order, an item added: the rest stays, byte by byte."""
    assert TERMS.count(old) == 1
    assert Draft.read(TERMS, REGISTRIES[Kind.TERM]).put(path, value).text == TERMS.replace(old, new)


@pytest.mark.parametrize(
    "file",
    sorted(one.relative_to(REPOSITORY).as_posix() for one in REPOSITORY.glob("data/**/*.yml")),
)
def test_what_is_put_where_it_stands_changes_nothing(file: str) -> None:
    """Each file of this library keeps every byte when the value of a field is put in again."""
    record = kind_of(file)
    assert record is not None
    draft = Draft.read((REPOSITORY / file).read_bytes(), record, file)
    for member in draft.tree.root.members:
        if isinstance(member.value, Scalar):
            assert draft.put((str(member.key),), member.value.text).text == draft.text


@settings(max_examples=25, suppress_health_check=[HealthCheck.data_too_large])
@given(st.data())
def test_a_wild_file_changes_in_one_place(data: st.DataObject) -> None:
    """In a file of any form, an entry added and its label changed leave all lines before it."""
    text = data.draw(records(REGISTRIES[Kind.MECHANISM]).flatmap(scribbled))
    new = Mechanism(id="new-one", label="新", kind=MechanismKind.TOOL)
    draft = Draft.read(text, REGISTRIES[Kind.MECHANISM])
    added = draft.append(("mechanisms",), new)
    changed = added.put((*added.path_of("new-one"), "label"), "更新")
    record = changed.record.model_validate({"mechanisms": _entries(added)})
    assert record == read(added.text, REGISTRIES[Kind.MECHANISM]).record
    assert changed.text == added.text.replace("label: 新", "label: 更新")
    if not draft.tree.root.members[0].value.in_flow:  # type: ignore[union-attr]
        kept = added.text.replace("id: new-one", "").replace("label: 新", "")
        assert all(line in kept for line in text.splitlines())
        assert len(added.text.splitlines()) == len(text.splitlines()) + 3


def _entries(draft: Draft) -> Any:
    found = read(draft.text, REGISTRIES[Kind.MECHANISM]).record
    assert found is not None
    return found.mechanisms


def test_what_does_not_fit_is_refused() -> None:
    """A value that the record does not take, or a place that is not there, changes nothing."""
    draft = Draft.read(TERMS, REGISTRIES[Kind.TERM])
    with pytest.raises(ValueError, match="F03"):
        draft.put(("terms", 0, "status"), "done")
    with pytest.raises(ValueError, match="Y07"):
        draft.put(("terms", 0, "label"), "甲\u200b乙")
    for path in (("terms", 5, "label"), ("words", 0), ("terms", 0, "label", "x"), ("terms", 3)):
        with pytest.raises(KeyError):
            draft.put(path, "x")
    with pytest.raises(KeyError):
        draft.path_of("three")


def test_a_file_is_changed_in_one_step(tmp_path: Path) -> None:
    """A file of a project is rewritten with its permissions, and nothing is left beside it."""
    root = project(tmp_path)
    (root / ROLES).chmod(0o640)
    before = sorted((root / ROLES).parent.iterdir())
    text = (root / ROLES).read_text(encoding="utf-8")
    id_ = Draft.read(text, kind_of(ROLES) or Record).tree.at(("roles", 0, "id"))
    assert isinstance(id_, Scalar)
    rewrite(
        Project(root), ROLES, lambda draft: draft.put((*draft.path_of(id_.text), "label"), "新名称")
    )
    assert (root / ROLES).stat().st_mode & 0o777 == 0o640
    assert sorted((root / ROLES).parent.iterdir()) == before
    assert (root / ROLES).read_text(encoding="utf-8").count("label: 新名称\n") == 1


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    """A file with faults is not changed; the faults are named."""
    root = edited(project(tmp_path), ROLES, "roles:\n", "roles:\n\t- x\n")
    before = (root / ROLES).read_bytes()
    with pytest.raises(UnreadableError) as refused:
        rewrite(Project(root), ROLES, lambda draft: draft)
    assert [found.code for found in refused.value.findings] == ["Y04"]
    assert (root / ROLES).read_bytes() == before


def test_every_data_file_has_its_kind() -> None:
    """Each data file is of the kind that its path says; the text of record is of none."""
    seen = set()
    for root in (REPOSITORY, BASE):
        for path in sorted(root.glob("data/**/*.yml")):
            kind = kind_of(path.relative_to(root).as_posix())
            assert kind is not None
            assert read(path.read_bytes(), kind).record is not None
            seen.add(kind)
    assert seen <= {kind for _, kind in FILED}
    assert kind_of("data/documents/cn24/source.txt") is None
