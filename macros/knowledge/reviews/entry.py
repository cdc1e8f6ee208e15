"""Which entries a person compares with the text, each with the fields of its own that count."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from macros.knowledge import Library
from macros.model import Measure, Record
from macros.model.kinds import REGISTERED, Kind


def says(
    record: Record,
    *,
    include: frozenset[str] | None = None,
    exclude: frozenset[str] | None = None,
) -> str:
    """Fields of a record as JSON in one way only.

    Defaults are left out, so that a field the model gains later alters no record that lacks it.
    """
    fields = record.model_dump(
        mode="json",
        by_alias=True,
        include=set(include) if include is not None else None,
        exclude=set(exclude) if exclude is not None else None,
        exclude_defaults=True,
    )
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Reviewable:
    """An entry that can be compared with the text.

    ``id`` is the record's, or for a relation ``m18/m17``: the measure that stores it and the other.
    ``shelf`` is the id of the document it belongs to, ``registry`` or ``guides``.
    """

    kind: Kind
    id: str
    record: Record
    shelf: str

    @property
    def says(self) -> str:
        """Its own fields as JSON, without what is a ground or has a review of its own."""
        return says(self.record, exclude=_ALWAYS_APART | _APART.get(self.kind, frozenset()))


REGISTRY = "registry"
GUIDES = "guides"

# What has a review of its own, is a ground, or says nothing of the text.
_APART: Mapping[Kind, frozenset[str]] = {
    Kind.CLAUSE: frozenset({"before", "duties", "text"}),
    Kind.GUIDE: frozenset({"questions"}),
}
_ALWAYS_APART = frozenset({"id", "status", "retired", "replaced_by"})


def entries(library: Library) -> Iterator[Reviewable]:
    """Every entry in use that can be reviewed, the text first."""
    for document in library.documents:
        for measure in document.measures:
            for kind, id_, record in chain(_read(measure), _added(measure)):
                yield Reviewable(kind, id_, record, document.id)
    for kind in REGISTERED:
        for entry in getattr(library, kind.row.listed) if kind.row.reviewed else ():
            # Where nothing is defined yet, there is nothing to compare.
            if entry.retired is None and getattr(entry, "definition", entry) is not None:
                yield Reviewable(kind, entry.id, entry, REGISTRY)
    for guide in library.guides:
        if guide.retired is None:
            yield Reviewable(Kind.GUIDE, guide.id, guide, GUIDES)
            for question in guide.questions:
                yield Reviewable(Kind.QUESTION, question.id, question, GUIDES)


_Found = Iterator[tuple[Kind, str, Record]]


def _read(measure: Measure) -> _Found:
    """What was read out of a measure's text."""
    for clause in measure.clauses:
        yield Kind.CLAUSE, clause.id, clause
        for duty in clause.duties:
            if duty.retired is None:
                yield Kind.DUTY, duty.id, duty


def _added(measure: Measure) -> _Found:
    """What was written about it."""
    for question in measure.questions:
        yield Kind.QUESTION, question.id, question
    for relation in measure.related:
        yield Kind.RELATION, f"{measure.id}/{relation.to}", relation
