"""Every folder of tests/cases/store is a fact: its bad file is refused there, its good file is not.

``bad.yml`` and ``good.yml`` take the place of the terms in the library of tests/cases/base; a name
like ``bad-measure.yml`` says another place. ``expected.txt`` has a line for each finding: where,
which code and, after an arrow, what is suggested.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.data import Loaded, load
from macros.words.messages import all_codes, message

CASES = Path(__file__).parent.parent / "cases"
BASE = CASES / "base"
FOLDERS = sorted(path.parent for path in (CASES / "store").glob("*/expected.txt"))
PLACES = {
    "yml": "data/registry/terms.yml",
    "measure.yml": "data/documents/corner/measures/a01.yml",
    "document.yml": "data/documents/corner/document.yml",
    "source.txt": "data/documents/corner/source.txt",
    "reviews.yml": "data/reviews/corner.yml",
}
# Codes whose bad files are too large to keep, or are faults of file names: tests beside this one.
ELSEWHERE = {
    "Y15",
    "Y17",
    "Y18",
    "Y28",
    "Y46",
    "F18",
    *(code for code in all_codes() if code[0] == "P"),
}


def _loaded(case: Path, which: str, root: Path) -> Loaded:
    """The base library with one file of a case in its place."""
    shutil.copytree(BASE / "data", root / "data")
    (file,) = case.glob(f"{which}[.-]*")
    place = PLACES[file.name.removeprefix(which).lstrip("-.")]
    (root / place).parent.mkdir(exist_ok=True)
    shutil.copyfile(file, root / place)
    return load(root)


def _lines(loaded: Loaded) -> list[str]:
    return [
        f"{found.location} {found.code}" + (f" → {found.suggestion}" if found.suggestion else "")
        for found in loaded.findings
    ]


@pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
def test_bad_is_refused_at_its_place(case: Path, tmp_path: Path) -> None:
    """The bad file gives the findings of expected.txt and no other, each with its words."""
    loaded = _loaded(case, "bad", tmp_path)
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert _lines(loaded) == expected
    assert case.name.partition("-")[0] in {found.code for found in loaded.findings}
    assert not loaded.library.complete
    for found in loaded.findings:
        words = message(found.code)
        assert words.says(found.params)
        assert words.advises(found.params)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda path: path.name)
def test_good_is_read(case: Path, tmp_path: Path) -> None:
    """The good file gives no finding."""
    loaded = _loaded(case, "good", tmp_path)
    assert _lines(loaded) == []
    assert loaded.library.complete


def test_every_code_has_a_case() -> None:
    """Each code of the store has a bad case."""
    shown = {case.name.partition("-")[0] for case in FOLDERS}
    codes = {code for code in all_codes() if code[0] in "YFP"}
    assert codes == shown | (ELSEWHERE & codes)
    assert not shown & ELSEWHERE
