"""What is saved reads back as the same record, and saving it again changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.data import read, save
from macros.data.files import REGISTRIES
from macros.model import Document, Guide, Measure, Pace, Record, Role, SchoolYear, SearchWords
from macros.model.kinds import Kind
from macros.yaml.quoting import written
from tests.data.strategies import LINES, TEXT, records

DATA = Path(__file__).parents[2] / "data"
FILED: tuple[type[Record], ...] = (
    Measure,
    Document,
    REGISTRIES[Kind.ROLE],
    REGISTRIES[Kind.MECHANISM],
    REGISTRIES[Kind.TERM],
    REGISTRIES[Kind.THEME],
    REGISTRIES[Kind.RECORD],
    SearchWords,
    Guide,
    Pace,
    SchoolYear,
)


@pytest.mark.parametrize("kind", FILED)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_a_saved_record_reads_back(kind: type[Record], data: st.DataObject) -> None:
    """read(save(record)) is the record, and save(read(save(record))) is save(record)."""
    record = data.draw(records(kind))
    text = save(record)
    again = read(text, kind)
    assert again.findings == ()
    assert again.record == record
    assert save(again.record) == text


@given(st.one_of(TEXT, LINES.filter(bool)), st.booleans())
def test_a_scalar_means_the_same_to_another_program(text: str, in_flow: bool) -> None:
    """Any YAML reader takes a saved text for that text, not for a number, a date or nothing."""
    scalar = written(text, in_flow=in_flow)
    line = f"{{key: {scalar}, next: x}}" if in_flow else f"key: {scalar}\n"
    assert yaml.safe_load(line)["key"] == text


def _files() -> list[Any]:
    registry = DATA / "registry"
    documents = DATA / "documents"
    return [
        *((path, Measure) for path in sorted(documents.glob("*/measures/*.yml"))),
        *((path, Document) for path in sorted(documents.glob("*/document.yml"))),
        (registry / "roles.yml", REGISTRIES[Kind.ROLE]),
        (registry / "mechanisms.yml", REGISTRIES[Kind.MECHANISM]),
        (registry / "terms.yml", REGISTRIES[Kind.TERM]),
        (registry / "themes.yml", REGISTRIES[Kind.THEME]),
        (registry / "records.yml", REGISTRIES[Kind.RECORD]),
        (DATA / "search.yml", SearchWords),
        *(
            (path, Pace if path.name == "pace.yml" else Guide)
            for path in sorted(DATA.glob("guides/*.yml"))
        ),
    ]


@pytest.mark.parametrize(("path", "kind"), _files(), ids=lambda value: getattr(value, "name", ""))
def test_our_own_data_reads_back(path: Path, kind: type[Record]) -> None:
    """Every file of the library, saved, is the same record."""
    record = read(path.read_bytes(), kind, path.name).record
    assert record is not None
    assert read(save(record), kind).record == record


def test_defaults_are_left_out_and_fields_keep_their_order() -> None:
    """A role is written with its fields in the order of the record, without empty ones."""
    role = {"kind": "organ", "identify": "x: y", "label": "党支部", "id": "branch"}
    assert save(Role.model_validate(role)) == (
        'id: branch\nlabel: 党支部\nkind: organ\nidentify: "x: y"\n'
    )


def test_what_no_file_may_hold_is_not_saved() -> None:
    """A record with an invisible character, made by a program, is refused when it is saved."""
    role = Role.model_validate(
        {"id": "branch", "label": "党\u200b支部", "kind": "organ", "identify": "x"}
    )
    with pytest.raises(ValueError, match="Y07"):
        save(role)
