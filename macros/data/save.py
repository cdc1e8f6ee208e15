"""A record as canonical YAML, which reads back as the same record."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from macros.data.canonical import canonical
from macros.data.decode import read
from macros.model import Basis, MechanismUse, Record, shape
from macros.yaml.tree import Group, Member, Scalar, Tree


def save(record: Record) -> str:
    """The file that holds ``record``, in canonical form, defaults left out.

    Comments are not part of a record, so none are written. Raises ValueError if the record holds
    what no file may hold, such as an invisible character.
    """
    text = canonical(Tree(_fields(record)), type(record))
    again = read(text, type(record))
    if again.record != _as_filed(record):
        codes = ", ".join(f"{found.code} {found.location}" for found in again.findings)
        raise ValueError(f"not to be saved: {codes}")
    return text


def planted(value: Any) -> Scalar | Group:
    """A value of a record as a tree, without places; defaults and what stands elsewhere left out.

    A mechanism that the clause names is its bare id.
    """
    if isinstance(value, MechanismUse) and value.basis is Basis.STATED:
        return Scalar(value.mechanism)
    if isinstance(value, Record):
        return _fields(value)
    if isinstance(value, tuple):
        return Group(True, tuple(Member(planted(one)) for one in value))
    if isinstance(value, bool):
        return Scalar("true" if value else "false")
    return Scalar(str(value.value if isinstance(value, Enum) else value))


def _fields(record: Record) -> Group:
    return Group(False, tuple(Member(planted(value), key) for key, value in _filed(record)))


def _filed(record: Record) -> Iterator[tuple[str, Any]]:
    """The names and values that stand in the record's own file."""
    filed = shape.fields(type(record))
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        key = field.alias or name
        if key in filed and (field.is_required() or value != field.get_default()):
            yield key, value


def _as_filed(record: Record) -> Record:
    """The record without what stands in other files."""
    elsewhere = shape.STANDS_ELSEWHERE.get(type(record), frozenset())
    fields = type(record).model_fields
    return record.model_copy(update={name: fields[name].get_default() for name in elsewhere})
