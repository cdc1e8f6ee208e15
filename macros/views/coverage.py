"""The coverage report: how far the data has come, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from macros.knowledge import Library, addresses, assembly
from macros.knowledge.addresses import Address
from macros.knowledge.assembly import SegmentKind
from macros.knowledge.reviews.standing import standings
from macros.model import (
    Basis,
    Document,
    Fact,
    FactStatus,
    Mechanism,
    Part,
    Role,
    Theme,
)
from macros.views.page import Page
from macros.views.parts.entry import Link, links
from macros.views.parts.reviewed import Reviewed, reviewed

# An entry used this often or less is shown, so that an editor may ask whether it is needed.
SELDOM = 1


@dataclass(frozen=True, slots=True)
class Claims:
    """How many claims the text states, and how many an editor inferred."""

    stated: int
    inferred: int


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part in figures; ``silent`` counts clauses that demand nothing."""

    part: Part
    address: Address
    measures: int
    clauses: int
    silent: int
    duties: int
    reviewed: int
    roles: Claims
    rhythms: Claims
    mechanisms: Claims
    records: Claims
    questions: int


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """One document: every character of its source by what it belongs to, its facts, its parts."""

    document: Document
    address: Address
    characters: int
    kinds: tuple[tuple[SegmentKind, int], ...]
    whole: bool
    unknown: tuple[tuple[str, Fact], ...]
    parts: tuple[PartRow, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """An entry that is seldom used, and how often it is."""

    entry: Link
    uses: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What stands in the coverage report."""

    documents: tuple[DocumentCoverage, ...]
    pending: tuple[Link, ...]
    to_review: tuple[Link, ...]
    defined: int
    reviewed: Reviewed
    seldom_roles: tuple[Usage, ...]
    seldom_mechanisms: tuple[Usage, ...]
    seldom_themes: tuple[Usage, ...]
    seldom_records: tuple[tuple[str, int], ...]


def view(library: Library) -> CoverageView:
    """The report on the whole library."""
    defined = [entry for entry in library.glossary if entry.retired is None]
    return CoverageView(
        tuple(_document(library, document) for document in library.documents),
        links(entry for entry in defined if entry.definition is None),
        links(
            entry
            for entry in defined
            if entry.definition is not None and not standings(library).is_reviewed(entry.id)
        ),
        len(defined),
        reviewed(library),
        tuple(_seldom((role, len(library.duties_of_role(role.id))) for role in library.roles)),
        tuple(_seldom((m, len(library.duties_of_mechanism(m.id))) for m in library.mechanisms)),
        tuple(
            _seldom(
                (theme, len(library.measures_of_theme(theme.id)))
                for theme in library.themes
                if not any(other.parent == theme.id for other in library.themes)
            )
        ),
        tuple(
            (record.label, uses)
            for record in library.records
            if record.retired is None
            and (uses := len(library.duties_of_record(record.id))) <= SELDOM
        ),
    )


def _seldom(counts: Iterable[tuple[Role | Mechanism | Theme, int]]) -> Iterator[Usage]:
    for entry, uses in counts:
        if uses <= SELDOM and entry.retired is None:
            yield Usage(Link(entry.label, addresses.of_entry(entry)), uses)


def _document(library: Library, document: Document) -> DocumentCoverage:
    segments = assembly.assemble(document)
    sizes = {kind: sum(len(s.text) for s in segments if s.kind is kind) for kind in SegmentKind}
    return DocumentCoverage(
        document,
        addresses.of_document(document),
        len(document.text),
        tuple(sizes.items()),
        assembly.text_of(segments) == document.text,
        tuple(
            (name, fact)
            for name, fact in document.facts
            if isinstance(fact, Fact)
            and fact.status in (FactStatus.PENDING, FactStatus.PROVISIONAL)
        ),
        tuple(_part(library, document, part) for part in document.parts),
    )


def _part(library: Library, document: Document, part: Part) -> PartRow:
    measures = library.measures_of_part(part.id)
    clauses = [clause for measure in measures for clause in measure.clauses]
    duties = [found for m in measures for found in library.duties_of_measure(m.id)]
    return PartRow(
        part,
        addresses.of_part(document, part),
        len(measures),
        len(clauses),
        sum(not clause.normative for clause in clauses),
        len(duties),
        sum(standings(library).is_reviewed(found.duty.id) for found in duties),
        _claims(who.basis for found in duties for who in found.duty.who),
        _claims(found.duty.when.basis for found in duties),
        _claims(use.basis for found in duties for use in found.duty.mechanisms),
        _claims(use.basis for found in duties for use in found.duty.records),
        sum(len(measure.questions) for measure in measures),
    )


def _claims(bases: Iterable[Basis]) -> Claims:
    all_ = tuple(bases)
    stated = sum(basis is Basis.STATED for basis in all_)
    return Claims(stated, len(all_) - stated)


def pages(library: Library) -> Iterator[Page]:
    """The one page."""
    yield Page(
        addresses.COVERAGE, "coverage.html", partial(view, library), trail=(addresses.HANDBOOK,)
    )
