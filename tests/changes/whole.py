"""A library that holds every record and every field there is, made from the records themselves."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from itertools import count
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from macros.knowledge import Library
from macros.model import Record

_numbers = count(1)


def whole() -> Library:
    """A library in which every list has two members and every field a value."""
    hints = get_type_hints(Library, include_extras=True)
    made = {one.name: _made(hints[one.name], one.name) for one in fields(Library)}
    return Library(**{**made, "complete": True})


def variants(library: Library) -> Iterator[tuple[str, str, Library]]:
    """The library with one value altered: where, the name of the field, the altered library.

    Of a list, what is inside its first member is altered, and the list as such.
    """
    for one in fields(library):
        # What is no content does not count: how far it was read, and the name of its data.
        if one.name != "complete" and one.compare:
            for where, field, value in _altered(getattr(library, one.name), one.name, one.name):
                yield where, field, replace(library, **{one.name: value})


def _made(annotation: Any, name: str, *, brief: bool = False) -> Any:
    """A value of a type; of a list, the second member is ``brief``: its own lists are empty."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        first = _made(arguments[0], name)
        return () if brief else (first, _made(arguments[0], name, brief=True))
    if origin in (Annotated, Union, types.UnionType):
        wanted = next(one for one in arguments if one is not type(None))
        return _made(wanted, name, brief=brief)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        fields_ = annotation.model_fields.items()
        values = {k: _made(f.annotation, k, brief=brief) for k, f in fields_ if k != "place"}
        return annotation.model_construct(**values)
    return _single(annotation, name)


def _single(annotation: Any, name: str) -> Any:
    if annotation is bool:
        return True
    if annotation is int:
        return next(_numbers)
    return f"{name}-{next(_numbers)}" if annotation is str else next(iter(annotation))


def _altered(value: Any, where: str, name: str) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, Record):
        for key, field in type(value).model_fields.items():
            if key != "place":
                shown = field.alias or key
                for inner, last, new in _altered(getattr(value, key), f"{where}.{shown}", shown):
                    yield inner, last, value.model_copy(update={key: new})
                if not field.is_required() and field.default is None:
                    yield f"{where}.{shown} away", shown, value.model_copy(update={key: None})
    elif isinstance(value, tuple):
        for inner, last, new in _altered(value[0], where, name):
            yield inner, last, (new, *value[1:])
        yield f"{where} dropped", name, value[1:]
        yield f"{where} turned", name, value[::-1]
    elif isinstance(value, Enum):
        yield where, name, next(one for one in type(value) if one is not value)
    elif isinstance(value, bool):
        yield where, name, not value
    else:
        yield where, name, value + (1 if isinstance(value, int) else "改")
