"""A record as canonical YAML: one way to write each record, which reads back as the same record."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from macros.model import Basis, Entry, MechanismUse, Record, RecordUse
from macros.store import shape
from macros.store.decode import read
from macros.store.quoting import written

WIDEST = 120
"""The longest line, in code points, that braces or brackets may make; text is never folded."""

# What may stand together in brackets.
_BRIEF = (str, int, Enum, MechanismUse, RecordUse)


def save(record: Record) -> str:
    """The file that holds ``record``: fields in the order of the record, defaults left out.

    Short records without inner ones stand in braces on one line, short lists of words or uses in
    brackets; entries of a registry take a line for each field. Comments are not part of a record,
    so none are written. Raises ValueError if the record holds what no file may hold, such as an
    invisible character.
    """
    text = "".join(f"{line}\n" for line in _block(record, "")) or "{}\n"
    again = read(text, type(record))
    if again.record != _as_filed(record):
        codes = ", ".join(f"{found.code} {found.location}" for found in again.findings)
        raise ValueError(f"not to be saved: {codes}")
    return text


def _as_filed(record: Record) -> Record:
    """The record without what stands in other files."""
    elsewhere = shape.STANDS_ELSEWHERE.get(type(record), frozenset())
    fields = type(record).model_fields
    return record.model_copy(update={name: fields[name].get_default() for name in elsewhere})


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    """The names and values to be written, with the short form of a value that has one."""
    fields = type(record).model_fields
    filed = shape.fields(type(record))
    for name, field in fields.items():
        value = getattr(record, name)
        key = field.alias or name
        if key in filed and (field.is_required() or value != field.get_default()):
            yield key, tuple(map(_short, value)) if isinstance(value, tuple) else value


def _short(value: Any) -> Any:
    """A mechanism that the clause names is written as its bare id."""
    if isinstance(value, MechanismUse) and value.basis is Basis.STATED:
        return value.mechanism
    return value


def _block(record: Record, indent: str) -> Iterator[str]:
    """The lines of a record with one field a line."""
    for key, value in _fields(record):
        yield from _field(f"{indent}{key}:", value, indent)


def _field(head: str, value: Any, indent: str) -> Iterator[str]:
    flow = _flow(value)
    if flow is not None and len(head) + 1 + len(flow) <= WIDEST:
        yield f"{head} {flow}"
    elif isinstance(value, Record):
        yield head
        yield from _block(value, indent + "  ")
    elif isinstance(value, tuple):
        yield head
        for item in value:
            yield from _item(item, indent + "  ")
    else:
        yield f"{head} {_scalar(value, in_flow=False)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    flow = _flow(item)
    if flow is not None and len(indent) + 2 + len(flow) <= WIDEST:
        yield f"{indent}- {flow}"
    elif isinstance(item, Record):
        first, *others = _block(item, indent + "  ")
        yield f"{indent}- {first.lstrip(' ')}"
        yield from others
    else:
        yield f"{indent}- {_scalar(item, in_flow=False)}"


def _flow(value: Any) -> str | None:
    """A value in braces or brackets; None if it does not go there, whatever its length."""
    if isinstance(value, Record):
        return None if isinstance(value, Entry) or not _is_leaf(value) else _inner(value)
    if isinstance(value, tuple) and all(isinstance(one, _BRIEF) for one in value):
        return _inner(value)
    return None


def _is_leaf(record: Record) -> bool:
    """Whether a record holds no other records."""
    values = [value for _, value in _fields(record)]
    inner = [item for value in values if isinstance(value, tuple) for item in value]
    return not any(isinstance(value, Record) for value in (*values, *inner))


def _inner(value: Any) -> str:
    """A value inside braces or brackets."""
    if isinstance(value, Record):
        return "{" + ", ".join(f"{key}: {_inner(one)}" for key, one in _fields(value)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_inner, value)) + "]"
    return _scalar(value, in_flow=True)


def _scalar(value: Any, *, in_flow: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return written(str(value.value) if isinstance(value, Enum) else value, in_flow=in_flow)
