"""What stands in data/ under a wrong name or in a wrong shape is named; nothing else suffers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.data import load
from macros.words.messages import all_codes, message

BASE = Path(__file__).parent.parent / "cases" / "base" / "data"
REGISTRY = "data/registry"
CORNER = "data/documents/corner"

Change = Callable[[Path], object]


def _written(name: str, text: str) -> Change:
    def write(root: Path) -> None:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return write


def _replaced(name: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def _gone(name: str) -> Change:
    def change(root: Path) -> None:
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return change


def _named(old: str, new: str) -> Change:
    return lambda root: (root / old).rename(root / new)


def _linked(name: str, target: str) -> Change:
    def change(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).symlink_to(target)

    return change


def _folder_for(name: str) -> Change:
    def change(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).mkdir()

    return change


def _pipe_for(name: str) -> Change:
    def change(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name)

    return change


def _file_for(name: str) -> Change:
    def change(root: Path) -> None:
        shutil.rmtree(root / name)
        (root / name).write_text("")

    return change


def _no_documents(root: Path) -> None:
    shutil.rmtree(root / "data/documents")
    (root / "data/documents").mkdir()


def _misnamed_release(root: Path) -> None:
    _written("data/releases/0.2.0.yml", "version: 0.1.0\ndate: 2026-09-01\nwords: 第一版。\n")(root)


def _misnamed_guide(root: Path) -> None:
    (root / "data/guides").mkdir()
    guide = "id: first\nlabel: 读书\naim: 读完。\nwords: 慢慢读。\nselect: {parts: [p1]}\n"
    (root / "data/guides/second.yml").write_text(guide, encoding="utf-8")


FAULTS: dict[str, tuple[Change, list[str]]] = {
    "no data": (_gone("data"), ["data P01"]),
    "no registry": (_gone(REGISTRY), [f"{REGISTRY} P02"]),
    "no documents": (_no_documents, ["data/documents/*/document.yml P02"]),
    "no terms": (_gone(f"{REGISTRY}/terms.yml"), [f"{REGISTRY}/terms.yml P02"]),
    "no document.yml": (_gone(f"{CORNER}/document.yml"), [f"{CORNER}/document.yml P02"]),
    "no measures": (_gone(f"{CORNER}/measures"), [f"{CORNER}/measures P02"]),
    "no source": (_gone(f"{CORNER}/source.txt"), [f"{CORNER}/source.txt P02"]),
    "another ending": (
        _named(f"{REGISTRY}/roles.yml", f"{REGISTRY}/roles.yaml"),
        [f"{REGISTRY}/roles.yaml P03 → roles.yml"],
    ),
    "a backup": (_written(f"{REGISTRY}/terms.yml~", ""), [f"{REGISTRY}/terms.yml~ P03"]),
    "a copy": (
        _written(f"{CORNER}/measures/a01 copy.yml", ""),
        [f"{CORNER}/measures/a01 copy.yml P03"],
    ),
    "a measure beside its folder": (
        _written(f"{CORNER}/a04.yml", ""),
        [f"{CORNER}/a04.yml P03"],
    ),
    "a folder nobody reads": (_folder_for("data/guide"), ["data/guide P03 → guides"]),
    "a Chinese name": (
        _named(f"{CORNER}/measures/a03.yml", f"{CORNER}/measures/第三条.yml"),
        [f"{CORNER}/measures/第三条.yml P03"],
    ),
    "a name that is no text": (
        lambda root: open(os.fsencode(root) + b"/data/documents/\xd6\xd0", "w").close(),  # noqa: PTH123
        ["data/documents/\\xd6\\xd0 P03"],
    ),
    "a name of two lines": (
        _written("data/registry/a\nb\u202e.yml", ""),
        ["data/registry/a\\u000ab\\u202e.yml P03"],
    ),
    "a document in capitals": (
        _named(CORNER, "data/documents/Corner"),
        ["data/documents/Corner P08 → corner"],
    ),
    "a link to elsewhere": (
        _linked(f"{REGISTRY}/terms.yml", "/etc/hostname"),
        [f"{REGISTRY}/terms.yml P04"],
    ),
    "a link within": (
        _linked(f"{CORNER}/measures/a04.yml", "a01.yml"),
        [f"{CORNER}/measures/a04.yml P04"],
    ),
    "a link to nowhere": (
        _linked(f"{CORNER}/source.txt", "lost.txt"),
        [f"{CORNER}/source.txt P04"],
    ),
    "a linked document.yml": (
        _linked(f"{CORNER}/document.yml", "source.txt"),
        [f"{CORNER}/document.yml P04"],
    ),
    "a folder for a file": (
        _folder_for(f"{REGISTRY}/terms.yml"),
        [f"{REGISTRY}/terms.yml P05"],
    ),
    "a pipe for a file": (
        _pipe_for(f"{CORNER}/measures/a01.yml"),
        [f"{CORNER}/measures/a01.yml P05"],
    ),
    "a pipe for document.yml": (
        _pipe_for(f"{CORNER}/document.yml"),
        [f"{CORNER}/document.yml P05"],
    ),
    "a file for a folder": (_file_for(REGISTRY), [f"{REGISTRY} P07"]),
    "a file among documents": (_written("data/documents/notes", ""), ["data/documents/notes P07"]),
    "capitals": (
        _named(f"{CORNER}/measures/a01.yml", f"{CORNER}/measures/A01.yml"),
        [f"{CORNER}/measures/A01.yml P08 → a01.yml"],
    ),
    "capitals in a registry": (
        _named(f"{REGISTRY}/roles.yml", f"{REGISTRY}/Roles.yml"),
        [f"{REGISTRY}/Roles.yml P08 → roles.yml"],
    ),
    "another id": (
        _replaced(f"{CORNER}/measures/a01.yml", "id: a01\n", "id: a11\n"),
        [f"{CORNER}/measures/a01.yml:1:5 P09 → a01"],
    ),
    "another id of a guide": (_misnamed_guide, ["data/guides/second.yml:1:5 P12 → second"]),
    "another version": (_misnamed_release, ["data/releases/0.2.0.yml:1:10 P13 → 0.2.0"]),
    "a release that is called otherwise": (
        _written("data/releases/v0.2.yml", ""),
        ["data/releases/v0.2.yml P03"],
    ),
    "another folder": (
        _named(CORNER, "data/documents/shelf"),
        ["data/documents/shelf/document.yml:1:5 P10 → shelf"],
    ),
    "a source elsewhere": (
        _replaced(f"{CORNER}/document.yml", "file: source.txt", "file: ../source.txt"),
        [f"{CORNER}/document.yml:11:9 P11"],
    ),
    "a source that is a record": (
        _replaced(f"{CORNER}/document.yml", "file: source.txt", "file: document.yml"),
        [f"{CORNER}/document.yml:11:9 P11"],
    ),
}


def _lines(root: Path) -> list[str]:
    return [
        f"{found.location} {found.code}" + (f" → {found.suggestion}" if found.suggestion else "")
        for found in load(root).findings
    ]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose data is in order."""
    shutil.copytree(BASE, tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_names_is_one_finding(fault: str, root: Path) -> None:
    """Each fault gives exactly the finding expected, which has its words."""
    change, expected = FAULTS[fault]
    change(root)
    assert _lines(root) == expected
    loaded = load(root)
    assert not loaded.library.complete
    for found in loaded.findings:
        assert message(found.code).says(found.params)
        assert message(found.code).advises(found.params)


def test_the_others_are_still_read(root: Path) -> None:
    """One faulty measure leaves the two others and the registries in the library."""
    _written(f"{CORNER}/measures/a02.yml", "id: [")(root)
    library = load(root).library
    assert [measure.id for measure in library.measures] == ["a01", "a03"]
    assert library.roles


def test_hidden_files_are_let_be(root: Path) -> None:
    """Swap files and what operating systems leave behind are no findings."""
    for name in (".DS_Store", "registry/Thumbs.db", "registry/.terms.yml.swp", "desktop.ini"):
        (root / "data" / name).write_text("x")
    assert _lines(root) == []


@pytest.mark.parametrize(
    ("closed", "mode", "expected"),
    [
        (f"{REGISTRY}/terms.yml", 0, [f"{REGISTRY}/terms.yml P06"]),
        (f"{CORNER}/measures", 0, [f"{CORNER}/measures P06"]),
        (CORNER, 0, [f"{CORNER} P06"]),
        (
            f"{CORNER}/measures",
            0o444,
            [f"{CORNER}/measures/a0{number}.yml P06" for number in (1, 2, 3)],
        ),
        ("data", 0, ["data P06"]),
        ("data/documents", 0, ["data/documents P06"]),
    ],
)
def test_what_may_not_be_read_is_a_finding(
    closed: str, mode: int, expected: list[str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files and folders without permission are P06, as seen by a user who is not root."""
    monkeypatch.chdir(root)
    root.chmod(0o755)
    # Read once, so that nothing is left to import; then close the door.
    assert load(Path()).findings == ()
    (root / closed).chmod(mode)
    is_root = os.geteuid() == 0
    try:
        if is_root:
            os.seteuid(65534)
        assert _lines(Path()) == expected
    finally:
        if is_root:
            os.seteuid(0)
        (root / closed).chmod(0o755)


def test_every_code_of_names_has_a_case() -> None:
    """Each P code is shown by a fault above; P14 is about the settings of the site."""
    shown = {line.partition(" P")[2][:2] for _, lines in FAULTS.values() for line in lines} | {
        "06",
        "14",
    }
    assert shown == {code[1:] for code in all_codes() if code[0] == "P"}
