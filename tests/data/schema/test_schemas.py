"""The schemas follow from the records, the ids from the data; both are committed as made."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.cli import run
from macros.commands.errors import FaultyDataError
from macros.commands.new import new
from macros.commands.schema import schema
from macros.data.files import FILED
from macros.data.project import Project
from macros.data.schema import FOLDER, modeline, schemas
from macros.data.schema.files import name_of
from macros.knowledge import Library
from macros.model.kinds import Kind
from tests.libraries import real
from tests.projects import REPOSITORY, edited, project

CHINESE = re.compile("[\u4e00-\u9fff]")


def test_what_is_committed_is_up_to_date() -> None:
    """data/.schema holds what ``clausebook schema`` makes: run it after adding ids."""
    assert schema(Project(REPOSITORY), write=False) == ()
    committed = {path.name for path in (REPOSITORY / FOLDER).iterdir()}
    assert committed == set(schemas(real()))


def _properties(content: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(content, dict):
        yield from content.get("properties", {}).items()
        for inner in content.values():
            yield from _properties(inner)


@pytest.mark.parametrize("record", [record for _, record in FILED], ids=lambda r: r.__name__)
def test_every_field_is_named_and_explained_in_chinese(record: Any) -> None:
    """Each field of each kind of file has a Chinese title and a Chinese description."""
    content = json.loads(schemas(Library())[name_of(record)])
    fields = list(_properties(content))
    assert fields
    for name, field in fields:
        assert CHINESE.search(field["title"]), name
        assert CHINESE.search(field["description"]), name


def test_every_file_is_led_to_its_schema() -> None:
    """The settings for VS Code name a schema for each kind of file, and each file's head does."""
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    wanted = {
        f"./{FOLDER}/{name_of(record)}": pattern.replace("guides/*", "guides/!(pace)")
        for pattern, record in FILED
    }
    assert settings["yaml.schemas"] == wanted
    assert settings["yaml.schemaStore.enable"] is False
    for path in REPOSITORY.glob("data/**/*.yml"):
        file = path.relative_to(REPOSITORY).as_posix()
        assert path.read_text(encoding="utf-8").partition("\n")[0] == modeline(file), file


def test_the_list_of_ids_merges_line_by_line(tmp_path: Path) -> None:
    """The lines that two changes add, both kept, are the list of both changes together."""
    ours = edited(project(tmp_path / "a"), "data/registry/roles.yml", "roles:\n", _role("aa"))
    theirs = edited(project(tmp_path / "b"), "data/registry/roles.yml", "roles:\n", _role("ab"))
    both = edited(project(tmp_path / "c"), "data/registry/roles.yml", "roles:\n", _role("aa", "ab"))
    lists = []
    for root in (ours, theirs, both):
        assert f"{FOLDER}/ids.json" in schema(Project(root), write=True)
        assert schema(Project(root), write=True) == ()
        lists.append((root / FOLDER / "ids.json").read_text(encoding="utf-8").splitlines())
    assert len(lists[2]) == len(lists[0]) + 1
    assert {*lists[2]} == {*lists[0], *lists[1]}


def _role(*ids: str) -> str:
    entries = (f"  - {{id: {id_}, label: {id_}, kind: group, identify: 试}}\n" for id_ in ids)
    return "roles:\n" + "".join(entries)


def test_as_typed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """``clausebook schema --check`` says what is out of date; a broken file is not guessed at."""
    root = project(tmp_path)
    assert run(["schema", "--check", "--root", str(root)]) == 1
    assert not (root / FOLDER).exists()
    assert run(["schema", "--root", str(root)]) == 0
    assert run(["schema", "--check", "--root", str(root)]) == 0
    edited(root, "data/registry/terms.yml", "terms:\n", "terms:\n\t- x\n")
    with pytest.raises(FaultyDataError):
        schema(Project(root), write=True)
    assert "已更新：data/.schema/ids.json" in capfd.readouterr().out


def test_a_head_is_put_right(tmp_path: Path) -> None:
    """A file without the line that leads to its schema gets it, a wrong one is replaced."""
    root = project(tmp_path)
    schema(Project(root), write=True)
    path = root / "data/registry/terms.yml"
    whole = path.read_text(encoding="utf-8")
    head, _, rest = whole.partition("\n")
    assert head == modeline("data/registry/terms.yml")
    for other in (rest, f"# yaml-language-server: $schema=old.json\n{rest}"):
        path.write_text(other, encoding="utf-8", newline="\n")
        assert schema(Project(root), write=False) == ("data/registry/terms.yml",)
        assert schema(Project(root), write=True) == ("data/registry/terms.yml",)
        assert path.read_text(encoding="utf-8") == whole


def test_a_new_entry_is_completed_at_once(tmp_path: Path) -> None:
    """Where there are schemas, an entry that ``clausebook new`` writes is in the list of ids."""
    root = project(tmp_path)
    schema(Project(root), write=True)
    new(Project(root), Kind.THEME, "safety", {"label": "安全", "note": "试"})
    assert schema(Project(root), write=False) == ()
    listed = (root / FOLDER / "ids.json").read_text(encoding="utf-8")
    assert '{"const": "safety", "description": "安全"},\n' in listed
