"""The canonical form: the same record, the same comments, whatever the hand that wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.data import read, save
from macros.data.canonical import canonical
from macros.data.files import REGISTRIES
from macros.model import Document, Guide, Measure, Record
from macros.model.kinds import Kind
from macros.yaml.parse import plant
from tests.data.scribbles import scribbled
from tests.data.strategies import records

CASES = Path(__file__).parent.parent / "cases" / "layout"


@pytest.mark.parametrize("kind", [Measure, Document, Guide, REGISTRIES[Kind.MECHANISM]])
@settings(max_examples=12, suppress_health_check=[HealthCheck.data_too_large])
@given(data=st.data())
def test_only_the_form_changes(kind: type[Record], data: st.DataObject) -> None:
    """However a record is written, its canonical text holds it, all comments, and is final."""
    record = data.draw(records(kind))
    text = data.draw(scribbled(record))
    assert read(text, kind).record == record
    comments = plant(text).comments
    laid = canonical(plant(text), kind)
    assert read(laid, kind).record == record
    assert sorted(comments) == sorted(plant(laid).comments)
    assert len(comments) == _comments(text)
    assert canonical(plant(laid), kind) == laid


@settings(max_examples=20, suppress_health_check=[HealthCheck.data_too_large])
@given(records(REGISTRIES[Kind.MECHANISM]))
def test_what_is_saved_is_canonical(record: Record) -> None:
    """A record that a program saves is laid out as the canonical form of that text."""
    assert canonical(plant(save(record)), REGISTRIES[Kind.MECHANISM]) == save(record)


def test_a_messy_file() -> None:
    """A file with every kind of comment, odd order and spacing comes out as messy.expected.yml."""
    messy = (CASES / "messy.yml").read_text(encoding="utf-8")
    expected = (CASES / "messy.expected.yml").read_text(encoding="utf-8")
    assert read(messy, REGISTRIES[Kind.TERM]).findings == ()
    assert canonical(plant(messy), REGISTRIES[Kind.TERM]) == expected


def _comments(text: str) -> int:
    """How many lines of ``text`` have a comment, told by the tokens of another parser."""
    scalars = [token for token in yaml.scan(text) if isinstance(token, yaml.ScalarToken)]
    bare = list(text)
    for scalar in scalars:
        for at in range(scalar.start_mark.index, scalar.end_mark.index):
            bare[at] = "x" if bare[at] != "\n" else "\n"
    return sum("#" in line for line in "".join(bare).split("\n"))
