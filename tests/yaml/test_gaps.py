"""What libyaml takes between two values, and YAML does not."""

from __future__ import annotations

import pytest

from macros.yaml import source, text


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("a: |# c\n  y\n", "f.yml:1:5 Y45"),
        ("a: [x,# c\n  y]\n", "f.yml:1:7 Y45"),
        ("a: [# c\n  y]\n", "f.yml:1:5 Y45"),
        ('a: {"b":# c\n  c}\n', "f.yml:1:9 Y45"),
        ("a: [x]# c", "f.yml:1:7 Y45"),
        ("a: b\nc: 'x'# c ? # d\n", "f.yml:2:7 Y45"),
        ("{? id: t}\n", "f.yml:1:2 Y26"),
        ("{a: b,\n ?c: d}\n", "f.yml:2:2 Y26"),
        ("a: [?b: c]\n", "f.yml:1:5 Y26"),
        ("a: {-: x}\n", "f.yml:1:5 Y26"),
        ("a: {b: -}\n", "f.yml:1:8 Y26"),
    ],
)
def test_what_is_no_yaml_is_refused(written: str, place: str) -> None:
    """One finding, at the sign itself."""
    found = source.read(text.check(written, "f.yml"), "f.yml").findings
    assert [f"{finding.location} {finding.code}" for finding in found] == [place]


@pytest.mark.parametrize(
    "written",
    [
        'a: "v" # c\n',
        "# why? # because\na: [x, # ?\n  y] # c\n",
        "a: |  # c\n  y # no comment ?\n",
        "?id: t\n",
        "a: ?c#d\n",
        "a: [-b, '-', '?', \"#\"]\n",
        "a: '# ?'\nb: \"? #\"\n",
        "a: |\n  ? #\n  x# y\nb: c\n",
    ],
)
def test_what_is_yaml_is_read(written: str) -> None:
    """Comments apart from what stands before them, and signs within a text."""
    assert source.read(text.check(written, "f.yml"), "f.yml").findings == ()
