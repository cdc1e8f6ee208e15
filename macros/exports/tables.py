"""The library as tables: what the workbook and the CSV files hold, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.exports.wording import clause, joined, marked, timing
from macros.knowledge import DutyInContext, Library
from macros.knowledge.matrix import Cell, Matrix, matrix
from macros.knowledge.reviews.standing import State, standings
from macros.model import (
    Definition,
    DefinitionOrigin,
    Degree,
    Document,
    Entry,
    Mechanism,
    Role,
    RoleKind,
    Status,
    Term,
)
from macros.words.files import say
from macros.words.vocabulary import word

LEDGER = (
    *("id", "clause", "part", "measure", "do", "quote"),
    *Degree,
    *("when", "mechanisms", "records"),
)
MECHANISMS = (
    *("id", "name", "aliases", "kind", "definition", "origin", "source", "status"),
    *("carries", "mentions", "retired"),
)
TERMS = tuple(head for head in MECHANISMS if head not in ("kind", "carries"))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; every row has as many values as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def crossed(library: Library, document: Document) -> Matrix:
    """The matrix of a document, its columns by kind of role."""
    found = matrix(library, document.measures)
    order = list(RoleKind)
    roles = tuple(sorted(found.roles, key=lambda role: order.index(role.kind)))
    return Matrix(found.measures, roles, found.cells)


def responsibilities(library: Library, document: Document) -> Table:
    """The matrix in full words: a measure a row, a role a column; empty where it has no part."""
    found = crossed(library, document)
    return Table(
        (*_heads(("part", "number", "measure", "duties")), *(role.label for role in found.roles)),
        tuple(
            (
                part.short if (part := library.part(measure.part)) else "",
                measure.number,
                measure.title,
                len(library.duties_of_measure(measure.id)),
                *(_words(found.cells.get((measure.id, role.id))) for role in found.roles),
            )
            for measure in found.measures
        ),
    )


def ledger(library: Library, document: Document) -> Table:
    """Every duty of a document that holds, one a row."""
    duties = (found for found in library.duties if found.document is document)
    return Table(_heads(LEDGER), tuple(_duty(library, found) for found in duties))


def mechanisms(library: Library) -> Table:
    """Every mechanism, retired ones included."""
    rows = []
    for mechanism in library.mechanisms:
        kind = word(mechanism.kind)
        carried = (
            marked(found.duty.id, use.basis)
            for found in library.duties_of_mechanism(mechanism.id)
            for use in found.duty.mechanisms
            if use.mechanism == mechanism.id
        )
        rows.append(
            (
                mechanism.id,
                mechanism.label,
                joined(mechanism.aliases),
                kind,
                *_meaning(library, mechanism.definition),
                _status(library, mechanism),
                joined(carried),
                _mentions(library, mechanism),
                mechanism.retired or "",
            )
        )
    return Table(_heads(MECHANISMS), tuple(rows))


def terms(library: Library) -> Table:
    """Every term, retired ones included."""
    rows = (
        (
            term.id,
            term.label,
            joined(term.aliases),
            *_meaning(library, term.definition),
            _status(library, term),
            _mentions(library, term),
            term.retired or "",
        )
        for term in library.terms
    )
    return Table(_heads(TERMS), tuple(rows))


def _status(library: Library, entry: Term | Mechanism) -> str:
    """How far a definition has come, in the words of its page."""
    if entry.definition is None:
        return word(Status.PENDING)
    standing = standings(library).of(entry.id)
    if standing and standing.state in (State.REVIEWED, State.LAPSED):
        return word(standing.state)
    return word(Status.TO_REVIEW)


def _heads(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word(name) if isinstance(name, Degree) else say(f"head.{name}") for name in names)


def _words(cell: Cell | None) -> str:
    return marked(word(cell.degree), cell.basis) if cell else ""


def _duty(library: Library, found: DutyInContext) -> tuple[str, ...]:
    duty = found.duty
    part = found.part
    return (
        duty.id,
        clause(library, found),
        say("part", numeral=part.numeral, title=part.title) if part else "",
        found.measure.title,
        duty.do,
        duty.quote,
        *(joined(_parties(library, found, degree)) for degree in Degree),
        marked(timing(duty.when), duty.when.basis),
        joined(
            marked(mechanism.label, use.basis)
            for use in duty.mechanisms
            if (mechanism := library.mechanism(use.mechanism))
        ),
        joined(
            marked(record.label, use.basis)
            for use in duty.records
            if (record := library.record(use.record))
        ),
    )


def _parties(library: Library, found: DutyInContext, degree: Degree) -> Iterator[str]:
    """Who takes part in this degree; why nobody leads, if nobody does."""
    for who in found.duty.who:
        role: Role | None = library.role(who.role)
        if who.degree is degree and role:
            yield marked(role.label, who.basis)
    if degree is Degree.LEAD and found.duty.no_lead:
        yield say("nobody", reason=found.duty.no_lead)


def _meaning(library: Library, definition: Definition | None) -> tuple[str, str, str]:
    """A definition, its kind of origin and its source; a clause is cited as readers do."""
    if definition is None:
        return "", "", ""
    quoted = library.clause(definition.source)
    is_clause = definition.origin is DefinitionOrigin.TEXT and quoted is not None
    source = clause(library, quoted) if is_clause and quoted else definition.source
    return definition.text, word(definition.origin), source


def _mentions(library: Library, entry: Entry) -> str:
    """The clauses that name an entry, each once, in the order of the text."""
    named = {mention.context.clause.id: mention.context for mention in library.mentions(entry.id)}
    return joined(clause(library, context) for context in named.values())
