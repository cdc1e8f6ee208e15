"""Single values: every YAML scalar arrives as the text that was typed, and means one thing only."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from macros.text.dates import day
from macros.text.punctuation import BLANKS


def _whole_number(value: Any) -> Any:
    """Read ``18`` but not ``018``, ``1_8``, ``18.0`` or `` 18``; pass real integers through."""
    if isinstance(value, str):
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", value, re.ASCII):
            raise PydanticCustomError("whole_number", "not a whole number")
        return int(value)
    return value


def _truth(value: Any) -> Any:
    """Read ``true`` and ``false`` only: YAML's ``yes``, ``no``, ``on`` and ``off`` are refused."""
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("truth", "neither true nor false")
        return value == "true"
    return value


def _one_line(value: str) -> str:
    """Refuse a line break, and blanks at either end: no reader could see them on a page."""
    if "\n" in value:
        raise PydanticCustomError("many_lines", "more than one line")
    if value and (value[0] in BLANKS or value[-1] in BLANKS):
        raise PydanticCustomError("blank_edge", "blank at the edge")
    return value


def _day(value: str) -> str:
    """Refuse what is no day of the calendar, written ``2026-09-01``."""
    if day(value) is None:
        raise PydanticCustomError("day", "not a day")
    return value


Lines = Annotated[str, Field(min_length=1, max_length=20_000)]
Text = Annotated[Lines, AfterValidator(_one_line)]
Gap = Annotated[str, Field(max_length=50_000)]
ID_PATTERN = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
Id = Annotated[str, Field(pattern=f"^{ID_PATTERN}$", max_length=60)]
Count = Annotated[int, BeforeValidator(_whole_number), Field(ge=1)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[str, AfterValidator(_day)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def fits(kind: Any, value: str) -> bool:
    """Whether what was typed is a value of one of these kinds: ``fits(Day, "2026-09-01")``."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True
