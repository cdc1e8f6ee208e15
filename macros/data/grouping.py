"""Findings grouped: what one lost line does to many fields and items is said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from macros.text.diagnostics import Diagnostic
from macros.text.location import Key

Told = tuple[tuple[Key, ...], Diagnostic]
"""The path of a value, and a finding about it."""

_MISSING, _UNKNOWN = "F01", "F02"
# A mapping with so many fields of another record is one that stands in the wrong list.
_FOREIGN = 3
# So many fields are named of those that a mapping lacks, or cannot have.
_MOST_FIELDS = 12


def folded(told: Iterable[Told]) -> Iterator[Diagnostic]:
    """One finding for what is wrong in the same way with several items of a list."""
    groups: dict[tuple[object, ...], list[Diagnostic]] = {}
    for path, found in _by_mapping(told):
        steps = tuple(step if isinstance(step, str) else None for step in path)
        # The path says which field is unknown; what stands in the wrong list may have others each.
        said = () if found.code == _UNKNOWN else sorted(found.params.items())
        groups.setdefault((found.code, steps, found.suggestion, *said), []).append(found)
    for first, *others in groups.values():
        places = (other.location for other in others)
        yield replace(first, also=(*first.also, *places))


def _by_mapping(told: Iterable[Told]) -> Iterator[Told]:
    """What a mapping lacks as one finding, what it cannot have as another; the last alone if much.

    A field that was probably meant to be another is a finding of its own.
    """
    mappings: dict[tuple[Key, ...], list[Told]] = {}
    for path, found in told:
        if found.code in (_MISSING, _UNKNOWN):
            mappings.setdefault(path[:-1], []).append((path, found))
        else:
            yield path, found
    for here, fields in mappings.items():
        unknown = [one for one in fields if one[1].code == _UNKNOWN]
        if len(unknown) >= _FOREIGN:
            yield here, _together([found for _, found in unknown])
            continue
        yield from (one for one in fields if one[1].suggestion)
        for code in (_MISSING, _UNKNOWN):
            same = [one for one in fields if one[1].code == code and not one[1].suggestion]
            if len(same) == 1:
                yield same[0]
            elif same:
                # Items are alike that lack, or cannot have, the very same fields.
                together = _together([found for _, found in same])
                yield (*here, together.params["field"]), together


def _together(found: Sequence[Diagnostic]) -> Diagnostic:
    """The first of several findings about fields of one mapping, with the names of all."""
    fields = [one.params["field"] for one in found]
    if len(fields) > _MOST_FIELDS:
        fields[_MOST_FIELDS:] = ["\N{HORIZONTAL ELLIPSIS}"]
    params = {**found[0].params, "field": ", ".join(fields)}
    return replace(found[0], params=params, suggestion=None)
