"""The files that ship with the code are as strict as an editor's."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.yaml.shipped import shipped


def test_a_shipped_file_is_plain_values(tmp_path: Path) -> None:
    """Its mappings carry no places."""
    path = tmp_path / "words.yml"
    path.write_text("a:\n  b: [{c: no}]\n")
    assert shipped(path) == {"a": {"b": [{"c": "no"}]}}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\na: 2\n", "words.yml:2:1 Y34"),
        ("a: 1 #2\n", "words.yml:1:6 Y43"),
        ("- a\n", "no map"),
    ],
)
def test_a_faulty_one_is_an_error_with_its_place(text: str, fault: str, tmp_path: Path) -> None:
    """A fault of ours stops the program, naming the place."""
    path = tmp_path / "words.yml"
    path.write_text(text)
    with pytest.raises(RuntimeError, match=fault):
        shipped(path)
