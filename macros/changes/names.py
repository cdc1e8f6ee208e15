"""What readers call each entry of a library: a label, a title, a place in the text."""

from __future__ import annotations

from macros.changes.catalogue import say
from macros.changes.items import items
from macros.changes.telling import Names
from macros.library import Library
from macros.model import Measure

# A name in the middle of a sentence; longer ones are cut.
_LONGEST = 24
_CUT = "\N{HORIZONTAL ELLIPSIS}"


def names(*libraries: Library) -> Names:
    """The name of every id; where several libraries have it, the name in the last."""
    found: dict[str, str] = {}
    for library in libraries:
        for context in library.clauses:
            found[context.clause.id] = say(
                "cite.clause", measure=context.measure.number, clause=context.ordinal
            )
        for (kind, id_), item in items(library).items():
            if isinstance(item.record, Measure):
                found[id_] = say("cite.measure", measure=item.record.number)
            elif kind not in ("clause", "review"):
                found[id_] = name_of(item.record)
    return found


def name_of(record: object) -> str:
    """What an entry calls itself, cut where it is long; its id where it has no other name."""
    fields = ("label", "short_title", "title", "do", "text", "id")
    name = next((str(getattr(record, field)) for field in fields if hasattr(record, field)), "")
    return name if len(name) <= _LONGEST else name[:_LONGEST] + _CUT
