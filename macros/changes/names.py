"""What readers call each entry of a library: a label, a title, a place in the text."""

from __future__ import annotations

from macros.changes.entries import items
from macros.changes.places import places
from macros.changes.sentences import Named, Names
from macros.knowledge import Library
from macros.model import Clause, Measure, Review

# A name in the middle of a sentence; longer ones are cut.
_LONGEST = 24
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def names(*libraries: Library) -> Names:
    """The name of every id; where several libraries have it, the name in the last."""
    found: dict[str, Named] = {}
    for library in libraries:
        cited = places(library)
        for item in items(library).values():
            if isinstance(item.record, Clause) and item.record.retired is not None:
                # It has no place in the text; what it had before tells more.
                found.setdefault(item.id, Named(name_of(item.record), item.parent))
            elif isinstance(item.record, Clause | Measure):
                found[item.id] = Named(cited[item.id].whole, item.parent)
            elif not isinstance(item.record, Review):
                found[item.id] = Named(name_of(item.record), item.parent)
    return found


def name_of(record: object) -> str:
    """What an entry calls itself, cut where it is long; its id where it has no other name."""
    fields = ("label", "short_title", "title", "do", "text", "id")
    name = next((str(getattr(record, field)) for field in fields if hasattr(record, field)), "")
    return name if len(name) <= _LONGEST else name[:_LONGEST] + _CUT
