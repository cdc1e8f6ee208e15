"""The registries and the matrix of library.json, with all that points to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.exports.library_json import records
from macros.exports.library_json.records import completed
from macros.knowledge import Library, NameMention, addresses
from macros.knowledge.matrix import matrix
from macros.knowledge.reviews.standing import State, standings


def roles(library: Library) -> Iterator[records.ExportedRole]:
    """Every role, retired ones included."""
    for role in library.roles:
        yield completed(
            records.ExportedRole,
            role,
            address=str(addresses.of_entry(role)),
            members=tuple(
                other.id
                for other in library.roles
                if other.part_of == role.id and other.retired is None
            ),
            duties=tuple(
                records.Stake.model_validate(
                    {"duty": found.duty.id, "as": who.degree, "basis": who.basis}
                )
                for found, who in library.duties_of_role(role.id)
            ),
            mentions=_mentions(library.role_mentions(role.id)),
        )


def mechanisms(library: Library) -> Iterator[records.ExportedMechanism]:
    """Every mechanism, retired ones included."""
    for mechanism in library.mechanisms:
        yield completed(
            records.ExportedMechanism,
            mechanism,
            address=str(addresses.of_entry(mechanism)),
            titles=tuple(measure.id for measure in library.titles_naming(mechanism.id)),
            mentions=_mentions(library.mentions(mechanism.id)),
            duties=tuple(
                records.Carried(duty=found.duty.id, basis=use.basis)
                for found in library.duties_of_mechanism(mechanism.id)
                for use in found.duty.mechanisms
                if use.mechanism == mechanism.id
            ),
        )


def terms(library: Library) -> Iterator[records.ExportedTerm]:
    """Every term, retired ones included."""
    for term in library.terms:
        yield completed(
            records.ExportedTerm,
            term,
            address=str(addresses.of_entry(term)),
            titles=tuple(measure.id for measure in library.titles_naming(term.id)),
            mentions=_mentions(library.mentions(term.id)),
        )


def themes(library: Library) -> Iterator[records.ExportedTheme]:
    """Every theme, retired ones included."""
    for theme in library.themes:
        yield completed(
            records.ExportedTheme,
            theme,
            address=str(addresses.of_entry(theme)),
            narrower=tuple(
                other.id
                for other in library.themes
                if other.parent == theme.id and other.retired is None
            ),
            measures=tuple(measure.id for measure in library.measures_of_theme(theme.id)),
        )


def evidence(library: Library) -> Iterator[records.ExportedRecord]:
    """Every kind of evidence, retired ones included."""
    for record in library.records:
        yield completed(
            records.ExportedRecord,
            record,
            duties=tuple(found.duty.id for found in library.duties_of_record(record.id)),
        )


def cells(library: Library) -> Iterator[records.ExportedCell]:
    """Every cell of the matrix, row by row, in the order of its columns."""
    whole = matrix(library)
    for measure in whole.measures:
        for role in whole.roles:
            cell = whole.cells.get((measure.id, role.id))
            if cell:
                yield records.ExportedCell.model_validate(
                    {
                        "measure": measure.id,
                        "role": role.id,
                        "as": cell.degree,
                        "basis": cell.basis,
                        "duties": tuple(found.duty.id for found, _ in cell.grounds),
                    }
                )


def _mentions(mentions: Iterable[NameMention]) -> tuple[records.Mention, ...]:
    return tuple(
        records.Mention(clause=m.context.clause.id, start=m.span.start, end=m.span.end)
        for m in mentions
    )


def reviewed(library: Library) -> Iterator[records.ExportedReview]:
    """Every entry that somebody reviewed; of a lapsed one, the reviews that no longer count."""
    for standing in standings(library).all():
        if standing.state is not State.NEVER:
            yield records.ExportedReview(
                entry=standing.entry.id,
                kind=records.ReviewedKind(standing.entry.kind),
                state=standing.state,
                by=tuple(review.by for review in standing.reviews),
                dates=tuple(review.date for review in standing.reviews),
            )
