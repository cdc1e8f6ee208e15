"""What does not fit a record's fields, as findings at the value an editor has to mend."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.data.grouping import folded
from macros.model import ID_PATTERN, Record, shape
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location, Place, Steps
from macros.text.punctuation import BLANKS
from macros.text.suggest import nearest
from macros.yaml.source import YamlContent

# What pydantic calls a misfit → the code. Wrong kinds of value end in _type and are told apart by
# what is wanted; whatever is not listed is F18.
_CODES = {
    "missing": "F01",
    "extra_forbidden": "F02",
    "enum": "F03",
    "string_pattern_mismatch": "F04",
    "tuple_type": "F07",
    "model_type": "F08",
    "whole_number": "F09",
    "greater_than_equal": "F10",
    "truth": "F11",
    "string_too_long": "F13",
    "string_too_short": "F14",
    "too_short": "F15",
    "many_lines": "F16",
    "blank_edge": "F17",
    "day": "F19",
}
_SHA256 = "[0-9a-f]{64}"
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Misfit:
    kind: str
    path: Steps
    value: Any
    context: Mapping[str, Any]
    reason: str


def findings(
    error: ValidationError, record: type[Record], found: YamlContent
) -> Iterator[Diagnostic]:
    """One finding for each misfit of ``found`` that is not a consequence of another finding."""
    misfits = [_misfit(details) for details in error.errors(include_url=False)]
    misfits = [misfit for misfit in misfits if not _explained(misfit, found)]
    missing = {misfit.path for misfit in misfits if misfit.kind == "missing"}
    unknown = [misfit for misfit in misfits if misfit.kind == "extra_forbidden"]
    meant = {misfit.path: _meant(misfit.path, record, found, missing) for misfit in unknown}
    renamed = {(*path[:-1], field) for path, field in meant.items() if field}
    told = [
        (misfit.path, _unknown(misfit.path, meant[misfit.path], found.place))
        if misfit.kind == "extra_forbidden"
        else (misfit.path, _finding(misfit, record, found.place))
        for misfit in misfits
        if misfit.kind != "missing" or misfit.path not in renamed
    ]
    yield from folded(told)


def _misfit(details: ErrorDetails) -> _Misfit:
    return _Misfit(
        details["type"],
        details["loc"],
        details["input"],
        details.get("ctx", {}),
        details["msg"],
    )


def _explained(misfit: _Misfit, found: YamlContent) -> bool:
    """Whether another finding explains the misfit already."""
    path = misfit.path
    if misfit.kind == "missing" and path[:-1] in found.holed:
        return True
    if misfit.kind == "too_short" and len(misfit.value) >= misfit.context["min_length"]:
        # Long enough as written; items that do not fit themselves were not counted.
        return True
    return any(path[:end] in found.spoilt for end in range(len(path) + 1))


def _meant(
    path: Steps, record: type[Record], found: YamlContent, missing: set[Steps]
) -> str | None:
    """The field that an unknown one was meant to be; one that is missing comes first."""
    *parents, field = path
    here = shape.at(record, tuple(parents))
    if not (isinstance(here, type) and issubclass(here, Record)):
        return None
    written = found.place.nearest(tuple(parents)).children
    free = [name for name in shape.fields(here) if name not in written]
    alias = shape.written_as(here, str(field))
    if alias in free:
        return alias
    wanted = [name for name in free if (*parents, name) in missing]
    return nearest(str(field), wanted) or nearest(str(field), free)


def _unknown(path: Steps, meant: str | None, root: Place) -> Diagnostic:
    place = root.nearest(path)
    return Diagnostic("F02", place.key or place.value, {"field": str(path[-1])}, meant)


def _finding(misfit: _Misfit, record: type[Record], root: Place) -> Diagnostic:
    code = _code(misfit)
    place = root.nearest(misfit.path)
    value = misfit.value if isinstance(misfit.value, str) else ""
    allowed = shape.words(shape.at(record, misfit.path))
    params = {
        "field": _name(misfit.path),
        "value": value if len(value) <= _SHOWN else value[:_SHOWN] + "…",
        "allowed": ", ".join(allowed),
        "least": str(misfit.context.get("min_length", misfit.context.get("ge", ""))),
        "most": str(misfit.context.get("max_length", "")),
        "length": str(len(value)),
        "reason": misfit.reason,
    }
    suggestion = {"F03": nearest(value, allowed), "F04": _identifier(value)}.get(code)
    return Diagnostic(code, _location(code, place, root, misfit), params, suggestion)


def _code(misfit: _Misfit) -> str:
    if misfit.kind == "string_pattern_mismatch" and _SHA256 in misfit.context["pattern"]:
        return "F05"
    return _CODES.get(misfit.kind) or ("F06" if misfit.kind.endswith("_type") else "F18")


def _location(code: str, place: Place, root: Place, misfit: _Misfit) -> Location:
    """The value's place; of edge blanks, that of the blank itself."""
    if code == "F17":
        text = str(misfit.value)
        blank = len(text) - 1 if text[-1] in BLANKS else 0
        return root.at_character(blank, *misfit.path)
    return place.value


def _name(path: Steps) -> str:
    """The innermost field of a path, as an editor sees it."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _identifier(value: str) -> str | None:
    """The id that was probably meant by a word that is none."""
    plain = unicodedata.normalize("NFKC", value).strip().lower()
    guess = re.sub(r"[\s_.]+", "-", plain)
    return guess if re.fullmatch(ID_PATTERN, guess, re.ASCII) else None
