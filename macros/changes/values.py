"""A record as its single values, each with the way to it: what two records are compared by.

No field is named here. Whatever a record holds, now or after the model has grown, comes out as a
value at a path, so two records have the same leaves only if they are equal.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any

from macros.model import Document, Record
from macros.model.release import FieldChange

Path = tuple[str, ...]


class Order(tuple[str, ...]):
    """The keys of a list of records: only their order counts, as the records tell the rest."""

    __slots__ = ()


Leaf = str | tuple[str, ...] | None

# What tells the records of a list apart, where they have no id: the first of these they have.
_KEYS = ("role", "mechanism", "record", "to", "typed", "version")

# Too long to be shown whole, and all that can change in it is shown where it belongs.
_DIGESTED = {(Document, "text")}


def leaves(record: Record) -> dict[Path, Leaf]:
    """Every value of ``record`` by its path, keys of lists included, inner entries as their ids."""
    return dict(_leaves(record, ()))


def children(record: Record) -> Iterator[Record]:
    """The records inside ``record`` that have an id, nearest first, not those inside them."""
    for name, _ in _fields(type(record)):
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if is_entry(one):
                yield one
            elif isinstance(one, Record):
                yield from children(one)


def is_entry(value: object) -> bool:
    """Whether ``value`` is a record with an id of its own."""
    return isinstance(value, Record) and ("id", "id") in _fields(type(value))


def differences(old: Mapping[Path, Leaf], new: Mapping[Path, Leaf]) -> Iterator[FieldChange]:
    """What differs between the leaves of two records, in the order of the newer."""
    paths = tuple(dict.fromkeys((*new, *old)))
    tops = tuple(dict.fromkeys(path[0] for path in paths))
    # What is gone from a list stands beside what came into it.
    for path in sorted(paths, key=lambda path: tops.index(path[0])):
        before, after = old.get(path), new.get(path)
        if before == after:
            continue
        if isinstance(before, Order) or isinstance(after, Order):
            yield from _of_order(path, _listed(before), _listed(after))
        elif isinstance(before, tuple) or isinstance(after, tuple):
            yield from _of_lists(path, _listed(before), _listed(after))
        else:
            yield FieldChange(at=path, old=before, new=after)


def _listed(leaf: Leaf) -> tuple[str, ...]:
    return leaf if isinstance(leaf, tuple) else () if leaf is None else (leaf,)


def _of_order(path: Path, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[FieldChange]:
    """A change only where what stands in both lists stands in another order."""
    common = set(old) & set(new)
    if [key for key in old if key in common] != [key for key in new if key in common]:
        yield FieldChange(at=path, order=new)


def _of_lists(path: Path, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[FieldChange]:
    came = tuple((Counter(new) - Counter(old)).elements())
    went = tuple((Counter(old) - Counter(new)).elements())
    if old != new:
        yield FieldChange(at=path, added=came, dropped=went, order=() if came or went else new)


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record, by their names in Python and in files."""
    return tuple(
        (name, field.alias or name)
        for name, field in record.model_fields.items()
        if name != "place"
    )


def _leaves(record: Record, path: Path) -> Iterator[tuple[Path, Leaf]]:
    for name, key in _fields(type(record)):
        value = getattr(record, name)
        if (type(record), name) in _DIGESTED:
            yield (*path, key, "sha256"), hashlib.sha256(value.encode()).hexdigest()
        elif not (path == () and name == "id"):
            yield from _value((*path, key), value)


def _value(path: Path, value: Any) -> Iterator[tuple[Path, Leaf]]:
    if is_entry(value):
        yield path, value.id
    elif isinstance(value, Record):
        yield from _inner(path, value)
    elif isinstance(value, tuple) and any(isinstance(one, Record) for one in value):
        keys = tuple(keys_of(value))
        yield path, Order(keys)
        for key, one in zip(keys, value, strict=True):
            if not is_entry(one):
                yield from _inner((*path, key), one)
    elif isinstance(value, tuple):
        yield path, tuple(_text(one) for one in value)
    elif value is not None:
        yield path, _text(value)


def _inner(path: Path, record: Record) -> Iterator[tuple[Path, Leaf]]:
    """The leaves of a record inside another, at least one; its key is said by the path."""
    key = next((key for key in _KEYS if hasattr(record, key)), None)
    found = [leaf for leaf in _leaves(record, path) if leaf[0] != (*path, key)]
    yield from found
    if not any(leaf for _, leaf in found):
        yield path, ""


def keys_of(records: tuple[Any, ...]) -> Iterator[str]:
    """A name for each record of a list, the same wherever it stands; counted if it comes again."""
    seen: Counter[str] = Counter()
    for place, record in enumerate(records, start=1):
        named = next((key for key in ("id", *_KEYS) if hasattr(record, key)), None)
        key = str(getattr(record, named)) if named else str(place)
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}#{seen[key]}"


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value.value if isinstance(value, Enum) else value)
