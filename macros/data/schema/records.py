"""A record as a JSON Schema with Chinese titles and descriptions."""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter

from macros.model import (
    MechanismUse,
    Record,
    shape,
)
from macros.model.kinds import NAMING, Kind
from macros.words import changes, vocabulary
from macros.words.catalogue import say
from macros.words.fields import all_words

SCHEMA = "http://json-schema.org/draft-07/schema#"
ID = {
    "type": "string",
    "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    "maxLength": 60,
    "patternErrorMessage": say("schema.id"),
}

KINDS = tuple(sorted(set(NAMING.values())))
"""Of which ids there are lists."""

# What a JSON Schema says of a plain value, and what it is called in one.
_LIMITS = {
    "type": "type",
    "pattern": "pattern",
    "minLength": "minLength",
    "maxLength": "maxLength",
    "ge": "minimum",
}


def schema(record: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a file that holds ``record``; ids are those of ``ids.json`` beside it."""
    inner: dict[str, type[Record]] = {}
    for one in _inside(record):
        inner.setdefault(one.__name__, one)
    definitions = {name: _object(inner[name]) for name in sorted(inner)}
    return {"$schema": SCHEMA, **_object(record), "definitions": definitions}


def _inside(record: type[Record]) -> Iterator[type[Record]]:
    """Every record that a file of ``record`` holds inside it."""
    for field in shape.fields(record).values():
        for one in _records(field.annotation):
            yield one
            yield from _inside(one)


def _records(wanted: Any) -> Iterator[type[Record]]:
    if isinstance(wanted, type) and issubclass(wanted, Record):
        yield wanted
    for one in get_args(wanted):
        yield from _records(one)


def _object(record: type[Record]) -> dict[str, Any]:
    own = all_words().get(record.__name__)
    fields = shape.fields(record)
    return {
        **({"title": own.title, "description": own.note} if own else {}),
        "type": "object",
        "properties": {
            name: _property(record, name, field.annotation, tuple(field.metadata))
            for name, field in fields.items()
        },
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def _property(
    record: type[Record], name: str, wanted: Any, metadata: tuple[Any, ...]
) -> dict[str, Any]:
    """One field; the words stand beside a reference, where editors look for them first."""
    value = _value(wanted, metadata, NAMING.get((record, name)), name)
    own = all_words().get(record.__name__)
    if own is None:
        # The one list of a registry: its entries say what they are.
        of = all_words()[next(_records(wanted)).__name__]
        return {"title": of.title, "description": of.note, **value}
    said = own.fields[name]
    described = say("schema.field", meaning=said.meaning, example=said.example)
    return {"title": changes.say(f"field.{name}"), "description": described, **value}


def _value(
    wanted: Any, metadata: tuple[Any, ...], naming: Kind | None, name: str
) -> dict[str, Any]:
    """What a field or item holds: ids of the kind ``naming``, or whatever its type says."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _value(inner[0], (*inner[1:], *metadata), naming, name)
    if origin in (Union, UnionType):
        present = next(one for one in inner if one is not NoneType)
        return _value(present, metadata, naming, name)
    if origin is tuple:
        least = next((mark.min_length for mark in metadata if hasattr(mark, "min_length")), None)
        limits = {} if least is None else {"minItems": least}
        return {"type": "array", **limits, "items": _value(inner[0], (), naming, name)}
    if words := shape.words(wanted):
        said = [vocabulary.words(wanted.__name__)[word] for word in words]
        return {"type": "string", "enum": [*words], "enumDescriptions": said}
    if _is_record(wanted):
        reference = {"$ref": f"#/definitions/{wanted.__name__}"}
        short = {"anyOf": [_named(Kind.MECHANISM), reference]}
        return short if wanted is MechanismUse else reference
    return _named(naming) if naming else _plain(wanted, metadata)


def _plain(wanted: Any, metadata: tuple[Any, ...]) -> dict[str, Any]:
    found = TypeAdapter(Annotated[wanted, *metadata] if metadata else wanted).json_schema()
    limits = {ours: found[theirs] for theirs, ours in _LIMITS.items() if theirs in found}
    return ID if limits.get("pattern") == ID["pattern"] else limits


def _named(kind: Kind) -> dict[str, Any]:
    return {"$ref": f"ids.json#/definitions/{kind}"}


def _is_record(wanted: Any) -> bool:
    return isinstance(wanted, type) and issubclass(wanted, Record)
