"""The table of kinds says what the records and the library have."""

from __future__ import annotations

from dataclasses import fields

import pytest

from macros.data.files import FILED, REGISTRIES
from macros.knowledge import Library, addresses
from macros.model import Record
from macros.model.kinds import NAMING, REGISTERED, WHOLE, Kind, ids_named, inside, kind_of
from tests.libraries import real


@pytest.mark.parametrize("kind", Kind)
def test_a_list_holds_its_kind(kind: Kind) -> None:
    """Whatever holds a kind has its list; of one that stands in nothing, the library has it."""
    holders = [one for one in Kind if one in kind.row.inside]
    assert bool(holders) is (kind not in WHOLE)
    for holder in holders:
        assert kind.row.listed in holder.row.record.model_fields
    if kind in WHOLE:
        assert kind.row.listed in {field.name for field in fields(Library)}
    if kind.row.about:
        assert kind.row.about in kind.row.record.model_fields
    assert kind_of(kind.row.record.model_construct()) is kind


def test_every_entry_is_met_once_in_what_it_stands_in() -> None:
    """The walk names each entry's kind and what it is in; no id is met twice."""
    met = real().entries
    assert len({found.id for found in met}) == len(met)
    for found in met:
        assert isinstance(found.record, found.kind.row.record)
        if found.above:
            assert found.kind in inside(found.above[-1].kind)
    assert {found.kind for found in met} == {kind for kind in Kind if kind.identified}


def test_an_address_is_a_page_or_a_place_on_one() -> None:
    """Entries without a page of their own are anchors of what they stand in, records nowhere."""
    for found in real().entries:
        address = addresses.of(found)
        if found.kind is Kind.RECORD:
            assert address is None
        else:
            assert address is not None
            assert address.anchor == ("" if found.kind.row.page else found.id)


def test_every_registry_is_a_file() -> None:
    """The file of a registered kind holds its list and nothing else."""
    filed = dict(FILED)
    for kind in REGISTERED:
        assert filed[kind.row.file] is REGISTRIES[kind]
        assert list(REGISTRIES[kind].model_fields) == ["place", kind.row.listed]


def test_naming_fields_are_fields() -> None:
    """A field that names entries exists, and each id that the real data names is one."""
    assert all(name in record.model_fields for record, name in NAMING)
    library = real()
    records: list[Record] = [found.record for found in library.entries]
    named = {(kind, id_) for record in records for kind, id_, _ in ids_named(record)}
    assert {kind for kind, _ in named} == set(NAMING.values())
    assert all((found := library.entry(id_)) and found.kind is kind for kind, id_ in named)
