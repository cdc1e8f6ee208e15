"""A fingerprint of a value: equal values have equal ones, others never by accident."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from zlib import ZLIB_RUNTIME_VERSION

from macros.model import Record

_PROGRAM = Path(__file__).parents[2]


def fingerprint(value: object) -> str:
    """The SHA-256 of a canonical form of ``value``, as hexadecimal digits.

    Known are records, frozen dataclasses, mappings, sequences, and plain values; what a dataclass
    or a record leaves out of comparison, such as where it was written, is left out. TypeError for
    anything else, rather than a name that could hide a difference.
    """
    return _digest(value, {}).hex()


@cache
def software() -> str:
    """The fingerprint of all that makes files: this program, the libraries, the interpreter.

    More than is needed goes in, so that nothing can be missing: whoever changes the program or a
    library has all files made anew, which is rare, while data changes every day.
    """
    sources = {
        path.relative_to(_PROGRAM).as_posix(): path.read_bytes()
        for path in _PROGRAM.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    installed = {(each.name, each.version) for each in distributions()}
    return fingerprint((sources, sorted(installed), sys.version, ZLIB_RUNTIME_VERSION))


def _digest(value: object, seen: dict[int, bytes]) -> bytes:
    """``seen`` holds the digests of records and dataclasses, by identity: views share many."""
    shared = isinstance(value, Record) or is_dataclass(value)
    if shared and id(value) in seen:
        return seen[id(value)]
    digest = hashlib.sha256(type(value).__qualname__.encode() + b"\0")
    for piece in _pieces(value, seen):
        digest.update(piece)
    if shared:
        seen[id(value)] = digest.digest()
    return digest.digest()


def _pieces(value: object, seen: dict[int, bytes]) -> Iterator[bytes]:
    """What tells a value from others of its type: its own bytes, or the digests of what it holds.

    A digest has a fixed length, and nothing follows a value's own bytes, so pieces cannot be
    mistaken for others that are cut elsewhere.
    """
    match value:
        case Record():
            # What JSON leaves out of a record: the text of a document.
            yield _digest(getattr(value, "text", ""), seen)
            yield value.model_dump_json().encode()
        case bytes():
            yield value
        case None | str() | int() | float() | date():
            yield str(value).encode()
        case tuple() | list():
            yield from (_digest(each, seen) for each in value)
        case Mapping():
            yield from (_digest(each, seen) for each in sorted(value.items()))
        case _ if is_dataclass(value) and not isinstance(value, type):
            for each in fields(value):
                if each.compare:
                    yield _digest(getattr(value, each.name), seen)
        case _:
            raise TypeError(type(value))
