"""What a slip of the hand, a script without values or a hostile name brings about: nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.cli import run
from macros.words.catalogue import say
from tests.projects import contents, project

ODD = "\x1b[31m\u200b"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project; in the folder around it, another one, and texts to import."""
    monkeypatch.chdir(tmp_path)
    project(Path("BEFORE"))
    (tmp_path / "small.txt").write_text("第一条　各班设图书角。\n", encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "long.txt").write_text("a" * (5 << 20), encoding="utf-8")
    return project(tmp_path / "project")


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        (["check", "--since", ""], 2, say("diff.no-name")),
        (["diff", ""], 2, say("diff.no-name")),
        (["diff", "BEFORE", ""], 2, say("diff.no-name")),
        (["diff", "BEFORE", "--record", ""], 2, say("diff.no-version", version="")),
        (["diff", "BEFORE", "--words", "x"], 2, say("diff.only-recorded")),
        (
            ["diff", "BEFORE", "--record", "0.2.0", "--date", "2026-09-01", "--words", ODD],
            *(2, say("diff.no-words")),
        ),
        (["review", "--list", "--role", ""], 2, say("review.no-role", name="")),
        (["review", "--list", "--document", ""], 2, say("review.no-document", name="")),
        (["retire", "a01d1", "--why", ODD], 2, say("retire.no-reason")),
        (["new", "guide", "pace"], 1, say("new.taken", id="pace")),
        (
            ["new", "duty", "a01c1", "--when", "continuous:x"],
            *(2, say("new.does-not-fit", field="when", value="continuous:x")),
        ),
        (["import", "small.txt", "--id", "guides"], 1, say("import.id-taken", id="guides")),
        (["import", "small.txt", "--id", "con"], 1, say("import.id-reserved", id="con")),
        (["import", "small.txt", "--id", "index"], 1, say("import.id-reserved", id="index")),
        (
            ["export", "csv", "-o", "project/data/registry/roles.yml"],
            *(2, say("deliver.into-data", file="project/data/registry/roles.yml")),
        ),
        (
            ["diff", "BEFORE", "-o", "project/data/new.txt"],
            *(2, say("deliver.into-data", file="project/data/new.txt")),
        ),
        (["export", "csv", "-o", "loop"], 2, "链接绕回了自己"),
        (["import", "/dev/zero", "--id", "x"], 2, say("import.kind", file="zero")),
        (["import", "long.txt", "--id", "x", "--convert"], 1, say("import.refused")),
        (["check", "--watch", "--root", "BEFORE/data"], 2, say("stop.no-data", root="BEFORE/data")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_nothing_is_written(
    typed: list[str], code: int, says: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty value is no default, a name is no path, an odd character no accident."""
    before = contents(root)
    assert run(typed if "--root" in typed else [*typed, "--root", str(root)]) == code
    assert says in capsys.readouterr().err
    assert contents(root) == before


def test_an_endless_file(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a file without end, no more is read than a file may have."""
    (tmp_path / "endless.docx").symlink_to("/dev/zero")
    assert run(["import", str(tmp_path / "endless.docx"), "--id", "x", "--root", str(root)]) == 1
    assert "I20" in capsys.readouterr().err


def test_a_link_is_no_data_file(root: Path, tmp_path: Path) -> None:
    """What lies behind a link, perhaps outside of the project, is never laid out anew."""
    roles = root / "data/registry/roles.yml"
    outside = roles.rename(tmp_path / "roles.yml")
    text = outside.read_text(encoding="utf-8")
    roles.symlink_to(outside)
    loop = root / "data/documents/corner/measures/loop.yml"
    loop.symlink_to("loop.yml")
    assert run(["fmt", "--root", str(root)]) == 0
    assert run(["fmt", str(loop), "--root", str(root)]) == 2
    assert run(["fmt", str(roles), "--root", str(root)]) == 2
    assert (roles.is_symlink(), outside.read_text(encoding="utf-8")) == (True, text)


def test_schemas_stay_in_the_project(root: Path, tmp_path: Path) -> None:
    """A folder of schemas that leads to elsewhere is not written into."""
    (tmp_path / "elsewhere").mkdir()
    (root / "data/.schema").symlink_to(tmp_path / "elsewhere")
    assert run(["schema", "--root", str(root)]) == 2
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_scores_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON is JSON, whatever else is asked for."""
    assert run(["propose", "corner", "--score", "--format", "json", "--root", str(root)]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert figures["roles"] == {"kind": "roles", "both": 6, "proposed": 6, "made": 8}
