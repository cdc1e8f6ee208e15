"""Whatever a file holds, reading it never raises: a record or findings, each with its words."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.data import read
from macros.data.files import REGISTRIES
from macros.model import Measure
from macros.model.kinds import Kind
from macros.words.messages import message
from macros.yaml.characters import scan

BASE = Path(__file__).parent.parent / "cases" / "base" / "data"
MEASURE = (BASE / "documents/corner/measures/a01.yml").read_bytes()

# Pieces that make a text look like YAML, right and wrong.
PIECES = (
    "terms:", "id: ", "label: ", "- ", "  ", "    ", "\n", "\n", ": ", "：", "{", "}", "[", "]",
    ", ", '"', "'", "\\", "#", " #", "&a ", "*a", "!!x ", "<<: ", "---\n", "...", "%YAML 1.1\n",
    "? ", "|", ">", "|-\n", "~", "null", "党", "𠮷", "@", "`", "\t", "\r\n", "\u200b", "\ufeff",
    "\x00", "\ud800", "\u2028", "e\u0301", "⻓", "x" * 1100, "0",
)  # fmt: skip
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def _is_sound(raw: bytes | str) -> None:
    for kind in (REGISTRIES[Kind.TERM], Measure):
        found = read(raw, kind, "f.yml")
        assert (found.record is None) == bool(found.findings)
        lines = found.text.split("\n")
        for finding in found.findings:
            words = message(finding.code)
            assert words.says(finding.params)
            assert words.advises(finding.params)
            for place in (finding.location, *finding.also):
                assert place.file == "f.yml"
                assert 1 <= place.line <= len(lines)
                assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=200))
@example(b"")
@example(b"\xff\xfe")
def test_any_bytes(raw: bytes) -> None:
    """Bytes of any kind are refused at a place that exists, or are a record."""
    _is_sound(raw)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    """Text of any characters, lone surrogates too."""
    _is_sound(text)


@settings(max_examples=1500, deadline=None)
@given(YAML_LIKE)
@example("---\n#")
@example("- {---\nterms:role: a, as: b}")
def test_anything_like_yaml(text: str) -> None:
    """Text made of the pieces of YAML."""
    _is_sound(text)


@settings(max_examples=600, deadline=None)
@given(st.integers(0, len(MEASURE)), st.integers(0, 4), YAML_LIKE)
def test_a_real_file_with_a_slip(offset: int, lost: int, typed: str) -> None:
    """A real measure with some bytes lost and something typed at any place."""
    slip = typed.encode("utf-8", "surrogatepass")
    _is_sound(MEASURE[:offset] + slip + MEASURE[offset + lost :])


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_a_scan_finds_each_hazard_once(text: str) -> None:
    """The counts of the findings add up to the offsets, which rise."""
    found = scan(text, "")
    assert sum(int(finding.params["count"]) for finding in found.findings) == len(found.offsets)
    assert list(found.offsets) == sorted(set(found.offsets))
