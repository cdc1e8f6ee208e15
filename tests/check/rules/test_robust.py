"""Whatever an editor does to a file, checking ends with findings that can be said."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.check import report
from macros.check.project import check_project
from macros.data.project import Project
from tests.projects import BASE

FILES = sorted(path for path in BASE.rglob("*") if path.is_file())
WORD = re.compile(r"[a-z][a-z0-9-]+|[\u4e00-\u9fff]+|[\d「」。]")
WORDS = sorted({word for file in FILES for word in WORD.findall(file.read_text(encoding="utf-8"))})


@settings(deadline=None, max_examples=200)
@given(
    file=st.sampled_from(FILES),
    share=st.floats(0, 1, exclude_max=True),
    word=st.sampled_from([*WORDS, ""]),
)
def test_one_word_for_another(file: Path, share: float, word: str) -> None:
    """One word of one file put in another's place is checked without an exception."""
    text = file.read_text(encoding="utf-8")
    places = list(WORD.finditer(text))
    place = places[int(share * len(places))]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(BASE, root)
        changed = text[: place.start()] + word + text[place.end() :]
        (root / file.relative_to(BASE)).write_text(changed, encoding="utf-8", newline="\n")
        checked = check_project(Project(root))
        assert report.as_text(checked.findings, checked.sources)
        assert report.as_json(checked.findings)
        assert report.as_github(checked.findings) or not checked.findings
