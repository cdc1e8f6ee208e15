"""What hand-written pages take from the data: a macro's name and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.knowledge import Library
from macros.knowledge.reviews.standing import standings
from macros.model import Basis, Degree, Document, Duty
from macros.views.parts import duty
from macros.views.parts.duty import DutyView
from macros.words.vocabulary import listed


@dataclass(frozen=True, slots=True)
class Integrity:
    """What this build holds, counted.

    ``stated`` and ``inferred`` count the claims of all duties: every role, rhythm, mechanism and
    record; ``reviewed`` counts duties.
    """

    version: str
    documents: tuple[Document, ...]
    measures: int
    clauses: int
    characters: int
    duties: int
    stated: int
    inferred: int
    reviewed: int


def integrity(library: Library, version: str) -> Integrity:
    """The figures of a build of ``library``, the data of this ``version``."""
    reviews = standings(library)
    bases = [basis for found in library.duties for basis in _bases(found.duty)]
    return Integrity(
        version,
        library.documents,
        len(library.measures),
        len(library.clauses),
        sum(len(found.clause.text) for found in library.clauses),
        len(library.duties),
        bases.count(Basis.STATED),
        bases.count(Basis.INFERRED),
        sum(reviews.is_reviewed(found.duty.id) for found in library.duties),
    )


@dataclass(frozen=True, slots=True)
class Sample:
    """A duty that shows both bases at once, if the library has one."""

    shown: DutyView | None


def sample(library: Library, _: str) -> Sample:
    """The first duty in which the text states one claim and the editor inferred another."""
    both = {Basis.STATED, Basis.INFERRED}
    found = (f for f in library.duties if {who.basis for who in f.duty.who} == both)
    first = next(found, None)
    return Sample(duty.view(library, first) if first else None)


def _bases(claims: Duty) -> tuple[Basis, ...]:
    return (
        *(who.basis for who in claims.who),
        claims.when.basis,
        *(use.basis for use in claims.mechanisms),
        *(use.basis for use in claims.records),
    )


INSERTS: Mapping[str, Callable[[Library, str], object]] = MappingProxyType(
    {"integrity": integrity, "sample": sample}
)


def degrees_listed() -> str:
    """The degrees as files write them, each with its name, within a sentence of Markdown."""
    return listed(Degree, "markdown")
