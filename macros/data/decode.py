"""What a file holds as one record, or as findings at the values that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from macros.data import misfits
from macros.model import Record, shape
from macros.text.diagnostics import Diagnostic, limited
from macros.text.location import Place
from macros.yaml import source, text
from macros.yaml.source import YamlContent

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Decoded(Generic[R]):
    """A record, or None with the findings that say why; ``text`` is what the file holds."""

    record: R | None
    findings: tuple[Diagnostic, ...]
    text: str


def read(raw: bytes | str, record: type[R], file: str = "") -> Decoded[R]:
    """The content of a file, shown as ``file``, as a record of the type wanted. Never raises."""
    content = text.check(raw, file) if isinstance(raw, str) else text.decode(raw, file)
    found = source.read(content, file)
    if found.broken:
        return Decoded(None, limited(found.findings), content.text)
    findings = [*found.findings, *_misplaced(found, record)]
    result: R | None = None
    try:
        result = record.model_validate(found.content)
    except ValidationError as error:
        findings.extend(misfits.findings(error, record, found))
    return Decoded(None if findings else result, limited(findings), content.text)


def _misplaced(found: YamlContent, record: type[Record]) -> Iterator[Diagnostic]:
    """The fields that the record has, but gets from other files."""
    elsewhere = shape.STANDS_ELSEWHERE.get(record, frozenset())
    if isinstance(found.content, dict):
        for field in found.content:
            if field in elsewhere:
                place: Place = found.place.children[field]
                yield Diagnostic("F02", place.key or place.value, {"field": field})
