"""B: every claim has a basis; what is stated shows the words that state it.

What rests on the words of a clause is not judged while those are not the source's (T01).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.check.rules.rule import Rule
from macros.knowledge import DutyInContext, Library
from macros.knowledge.names import NameIndex
from macros.model import Basis, Clause
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location, Steps
from macros.text.punctuation import has_words
from macros.text.suggest import nearest_passage


def duty_quote_not_in_clause(library: Library) -> Iterator[Diagnostic]:
    """The ``quote`` of a duty is a run of words of its clause, character for character."""
    yield from _foreign("B01", library, "duty")


def stated_role_not_named(library: Library) -> Iterator[Diagnostic]:
    """A role said to be stated is named in the clause, or has a ``quote`` of words that mean it.

    A name counts where it is not part of a longer name of another role: the Party branch secretary
    does not name the Party branch.
    """
    for found in _judged(library):
        named = library.roles_in(found.clause.text)
        for index, who in enumerate(found.duty.who):
            role = library.role(who.role)
            if (
                who.basis is Basis.STATED
                and who.quote is None
                and role is not None
                and role.id not in named
            ):
                yield Diagnostic(
                    "B02",
                    found.duty.place.at("who", index, "basis"),
                    {"role": role.label, "id": role.id, "clause": found.clause.id},
                )


def role_quote_not_in_clause(library: Library) -> Iterator[Diagnostic]:
    """The ``quote`` of a role's part is a run of words of the clause."""
    yield from _foreign("B03", library, "who")


def inferred_with_quote(library: Library) -> Iterator[Diagnostic]:
    """What is inferred has no ``quote``: words of the clause are what makes a claim stated."""
    for quotation in _quotations(library):
        if quotation.basis is Basis.INFERRED:
            yield Diagnostic("B04", quotation.where, {"quote": quotation.words})


def stated_timing_without_quote(library: Library) -> Iterator[Diagnostic]:
    """A rhythm said to be stated has a ``quote`` of the words that state it."""
    for found in library.duties:
        when = found.duty.when
        if when.basis is Basis.STATED and when.quote is None:
            yield Diagnostic("B05", found.duty.place.at("when", "basis"), {"duty": found.duty.id})


def timing_quote_not_in_clause(library: Library) -> Iterator[Diagnostic]:
    """The ``quote`` of a rhythm is a run of words of the clause."""
    yield from _foreign("B06", library, "when")


def stated_record_not_named(library: Library) -> Iterator[Diagnostic]:
    """A record said to be stated is named in the clause, or has a ``quote`` of words for it."""
    for found in _judged(library):
        for index, use in enumerate(found.duty.records):
            record = library.record(use.record)
            if (
                use.basis is Basis.STATED
                and use.quote is None
                and record is not None
                and record.label not in found.clause.text
            ):
                yield Diagnostic(
                    "B07",
                    found.duty.place.at("records", index, "basis"),
                    {"record": record.label, "id": record.id, "clause": found.clause.id},
                )


def record_quote_not_in_clause(library: Library) -> Iterator[Diagnostic]:
    """The ``quote`` of a record is a run of words of the clause."""
    yield from _foreign("B08", library, "records")


def stated_mechanism_not_named(library: Library) -> Iterator[Diagnostic]:
    """A mechanism said to be stated, as a bare id says, has one of its names in the clause."""
    for found in _judged(library):
        for index, use in enumerate(found.duty.mechanisms):
            mechanism = library.mechanism(use.mechanism)
            if (
                use.basis is Basis.STATED
                and mechanism is not None
                and not NameIndex((mechanism,)).find(found.clause.text)
            ):
                yield Diagnostic(
                    "B09",
                    found.duty.place.at("mechanisms", index),
                    {
                        "mechanism": mechanism.label,
                        "id": mechanism.id,
                        "clause": found.clause.id,
                    },
                )


def quote_without_words(library: Library) -> Iterator[Diagnostic]:
    """A ``quote`` holds words; a mark alone shows nothing, though every clause has it."""
    for quotation in _quotations(library):
        if not has_words(quotation.words):
            yield Diagnostic("B10", quotation.where, {"quote": quotation.words})


RULES = (
    Rule("B01", duty_quote_not_in_clause),
    Rule("B02", stated_role_not_named, whole=True),
    Rule("B03", role_quote_not_in_clause),
    Rule("B04", inferred_with_quote),
    Rule("B05", stated_timing_without_quote),
    Rule("B06", timing_quote_not_in_clause),
    Rule("B07", stated_record_not_named, whole=True),
    Rule("B08", record_quote_not_in_clause),
    Rule("B09", stated_mechanism_not_named, whole=True),
    Rule("B10", quote_without_words),
)


def _judged(library: Library) -> Iterator[DutyInContext]:
    """The duties of clauses that say what the source says."""
    return (found for found in library.duties if found.clause.id not in library.doubted)


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Words of ``clause``, given for a ``claim``: the ``duty`` itself, or a field of it."""

    claim: str
    words: str
    basis: Basis
    clause: Clause
    where: Location


def _quotations(library: Library) -> Iterator[_Quotation]:
    """Every ``quote`` of every duty."""
    for found in library.duties:
        duty, when = found.duty, found.duty.when
        quotes: tuple[tuple[Steps, str | None, Basis], ...] = (
            ((), duty.quote, Basis.STATED),
            (("when",), when.quote, when.basis),
            *((("who", n), who.quote, who.basis) for n, who in enumerate(duty.who)),
            *((("records", n), use.quote, use.basis) for n, use in enumerate(duty.records)),
        )
        for path, words, basis in quotes:
            if words is not None:
                claim = str(path[0]) if path else "duty"
                where = duty.place.at(*path, "quote")
                yield _Quotation(claim, words, basis, found.clause, where)


def _foreign(code: str, library: Library, claim: str) -> Iterator[Diagnostic]:
    """A finding for each quotation of a claim that is not a run of words of the clause."""
    for quotation in _quotations(library):
        words, clause = quotation.words, quotation.clause
        if quotation.claim != claim or clause.id in library.doubted:
            continue
        if words not in clause.text:
            yield Diagnostic(
                code,
                quotation.where,
                {"quote": words, "clause": clause.id},
                suggestion=nearest_passage(words, clause.text),
            )
