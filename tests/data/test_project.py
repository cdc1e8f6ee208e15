"""A project: what it is refused as, and how often it is read."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.cli import run
from macros.commands.new import new
from macros.data.new_entry import Kind
from macros.data.project import LOCK, NoDataError, Project
from macros.system.version import data_version
from macros.words.catalogue import say
from tests.projects import contents, edited, project

TERMS = "data/registry/terms.yml"
# Holds the lock of the project it is given until its input ends.
HOLDER = (
    "import sys\n"
    "from pathlib import Path\n"
    "from macros.data.project import Project\n"
    "with Project(Path(sys.argv[1])).writing():\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file is opened as bytes from now on, by the end of its path."""
    count: Counter[str] = Counter()
    real: Callable[..., Any] = Path.open

    def counted(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if mode == "rb" and "data" in path.parts:
            count[path.as_posix().partition("/data/")[2]] += 1
        return real(path, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", counted)
    return count


def test_a_folder_without_data_is_no_project(tmp_path: Path) -> None:
    """A missing folder, an empty one, and one whose data is a file are refused with their name."""
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "data").write_text("")
    for folder in (tmp_path, tmp_path / "missing", tmp_path / "odd"):
        with pytest.raises(NoDataError) as refused:
            Project(folder)
        assert refused.value.args == (folder,)


def test_it_is_read_once(tmp_path: Path) -> None:
    """What was read stays, whatever is written meanwhile; the project anew sees the change."""
    here = Project(project(tmp_path))
    before, version = here.loaded, here.version
    assert version == data_version(here.data) == before.library.version
    edited(tmp_path, TERMS, "terms:\n", "terms:\n# 说明\n")
    assert (here.loaded, here.version) == (before, version)
    assert here.anew().version == data_version(here.data) != version
    assert here.anew().loaded.sources[TERMS] != before.sources[TERMS]


def test_after_writing_only_what_was_written_is_read(tmp_path: Path, opened: Counter[str]) -> None:
    """The others are as they were read: the result is what a whole new reading gives."""
    here = Project(project(tmp_path))
    assert here.loaded.findings == ()
    edited(tmp_path, TERMS, "terms:\n", "terms:\n\t# 说明\n")
    faulty = here.after_writing(TERMS).loaded
    whole = here.anew().loaded
    assert (faulty.findings, faulty.sources) == (whole.findings, whole.sources)
    assert faulty.library == whole.library
    edited(tmp_path, TERMS, "terms:\n\t# 说明\n", "terms:\n")
    opened.clear()
    again = here.after_writing(TERMS).loaded
    assert (again.library, again.sources) == (here.loaded.library, here.loaded.sources)
    assert opened["registry/terms.yml"] == opened["registry/roles.yml"] + 1


def test_a_new_entry_costs_one_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is decoded once, the one that is written once more: to change it, and as it is."""
    from macros.data import reading

    decoded: Counter[str] = Counter()

    def counting(real: Callable[..., Any]) -> Callable[..., Any]:
        def read(raw: Any, record: Any, file: str = "") -> Any:
            decoded[file] += 1
            return real(raw, record, file)

        return read

    monkeypatch.setattr(reading, "read", counting(reading.read))
    here = Project(project(tmp_path))
    added = new(here, Kind.TERM, "lesson", {"label": "一刻钟"})
    assert decoded.pop(TERMS) == 2
    assert {*decoded.values()} == {1}
    assert added.checked.library == here.anew().loaded.library


def test_import_waits_for_another_process(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """While another process holds the data, a text is not taken in; afterwards it is."""
    root = project(tmp_path / "project")
    text = tmp_path / "rules.txt"
    text.write_text("读书办法\n第一条　各班读书。\n", encoding="utf-8")
    before = contents(root)
    typed = ["import", str(text), "--id", "rules", "--root", str(root)]
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin
    assert holder.stdout
    with holder:
        assert holder.stdout.readline() == "held\n"
        assert run(typed) == 2
        assert capsys.readouterr() == ("", f"{say('stop.busy-data')}\n")
        assert contents(root) == before | {LOCK: b""}
        assert run([*typed, "--dry-run"]) == 0
    assert holder.returncode == 0
    assert run(typed) == 0
    assert (root / "data/documents/rules/document.yml").is_file()
