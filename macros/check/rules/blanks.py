"""E: nothing is left as a blank that somebody meant to fill."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rules import named_ids
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model.entries import NOBODY
from macros.text.diagnostics import Diagnostic
from macros.words.notation import BLANK


def still_blank(library: Library) -> Iterator[Diagnostic]:
    """No text is the mark that a new entry holds where its author has not said anything yet."""
    for id_, record in library.identified():
        for name, field in type(record).model_fields.items():
            if getattr(record, name) == BLANK:
                key = field.alias or name
                yield Diagnostic("E01", record.place.at(key), {"id": id_, "field": key})


def still_unnamed(library: Library) -> Iterator[Diagnostic]:
    """No entry names what a new entry names where its author has not said anything yet."""
    for id_, where in named_ids.everywhere(library):
        if id_ == NOBODY:
            yield Diagnostic("E02", where, {"id": id_})


RULES = (Rule("E01", still_blank), Rule("E02", still_unnamed))
