"""A part of the library, for a file about a role or about a part of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from macros.knowledge import Library
from macros.model import Duty, Measure


def to_part(library: Library, part: str) -> Library:
    """The measures of one part, with the terms and mechanisms that they name or use."""
    return _narrowed(library, lambda measure: measure if measure.part == part else None)


def to_role(library: Library, role: str) -> Library:
    """The duties in which a role takes part, in their clauses, with what these name or use."""

    def own(duties: Iterable[Duty]) -> tuple[Duty, ...]:
        return tuple(duty for duty in duties if any(who.role == role for who in duty.who))

    def kept(measure: Measure) -> Measure | None:
        clauses = tuple(c.model_copy(update={"duties": own(c.duties)}) for c in measure.clauses)
        found = measure.model_copy(update={"clauses": clauses})
        return found if any(duty.retired is None for duty in found.duties) else None

    return _narrowed(library, kept)


def _narrowed(library: Library, kept: Callable[[Measure], Measure | None]) -> Library:
    documents = []
    for document in library.documents:
        measures = tuple(found for measure in document.measures if (found := kept(measure)))
        if measures:
            documents.append(document.with_measures(measures, document.text))
    few = replace(library, documents=tuple(documents))
    named = {e.id for e in (*few.terms, *few.mechanisms) if few.mentions(e.id)}
    named |= {e.id for e in (*few.terms, *few.mechanisms) if few.titles_naming(e.id)}
    named |= {e.id for e in few.mechanisms if few.duties_of_mechanism(e.id)}
    return replace(
        few,
        terms=tuple(term for term in few.terms if term.id in named),
        mechanisms=tuple(found for found in few.mechanisms if found.id in named),
    )
