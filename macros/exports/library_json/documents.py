"""The documents of library.json, down to each duty, with all that points to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.exports.library_json import records
from macros.exports.library_json.records import completed
from macros.knowledge import ClauseInContext, DutyInContext, Library, addresses, relations
from macros.knowledge.names import Span
from macros.model import Document, Entry, Measure, Part


def documents(library: Library) -> Iterator[records.ExportedDocument]:
    """Every document of the library."""
    kin = relations.RelatedMeasures(library)
    for document in library.documents:
        yield completed(
            records.ExportedDocument,
            document,
            address=str(addresses.of_document(document)),
            parts=tuple(_part(library, document, part) for part in document.parts),
            measures=tuple(_measure(library, document, m, kin) for m in document.measures),
        )


def _part(library: Library, document: Document, part: Part) -> records.ExportedPart:
    return completed(
        records.ExportedPart,
        part,
        address=str(addresses.of_part(document, part)),
        measures=tuple(measure.id for measure in library.measures_of_part(part.id)),
    )


def _measure(
    library: Library, document: Document, measure: Measure, kin: relations.RelatedMeasures
) -> records.ExportedMeasure:
    clauses = (library.clause(clause.id) for clause in measure.clauses)
    return completed(
        records.ExportedMeasure,
        measure,
        address=str(addresses.of_measure(document, measure)),
        title_names=_names(measure.title, library.glossary_names.find(measure.title)),
        clauses=tuple(_clause(library, found) for found in clauses if found),
        incoming=tuple(
            records.Incoming(measure=other.id, type=stored.type, note=stored.note)
            for other, index in library.incoming(measure.id)
            for stored in (other.related[index],)
        ),
        kin=tuple(_kin(kinship) for kinship in kin.of(measure)),
    )


def _kin(kinship: relations.Kinship) -> records.Kin:
    return records.Kin(
        measure=kinship.other.id,
        weight=kinship.weight,
        mechanisms=_ids(kinship.mechanisms),
        terms=_ids(kinship.terms),
        roles=_ids(kinship.roles),
    )


def _clause(library: Library, found: ClauseInContext) -> records.ExportedClause:
    clause = found.clause
    at = (found.document, found.part, found.measure, clause)
    return completed(
        records.ExportedClause,
        clause,
        address=str(addresses.of_clause(found)),
        ordinal=found.ordinal,
        names=_names(clause.text, library.names_in(clause.id)),
        role_names=_names(clause.text, library.role_names.find(clause.text)),
        duties=tuple(
            completed(
                records.ExportedDuty, duty, address=str(addresses.of_duty(DutyInContext(*at, duty)))
            )
            for duty in clause.duties
        ),
    )


def _names(text: str, spans: Iterable[Span]) -> tuple[records.Name, ...]:
    return tuple(
        records.Name(entry=s.entry, start=s.start, end=s.end, text=text[s.start : s.end])
        for s in spans
    )


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)
