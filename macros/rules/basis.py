"""B: every claim has a basis; what is stated shows the words that state it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.diagnostics import Diagnostic
from macros.library import DutyInContext, Library
from macros.location import Location
from macros.model import Basis
from macros.occurrences import NameIndex
from macros.rules.rule import Rule
from macros.suggest import nearest_passage


def duty_quote_not_in_clause(library: Library) -> Iterator[Diagnostic]:
    """The ``quote`` of a duty is a run of words of its clause, character for character."""
    for found in library.duties:
        yield from _foreign("B01", found, found.duty.quote, found.duty.place.at("quote"))


def stated_role_not_named(library: Library) -> Iterator[Diagnostic]:
    """A role said to be stated is named in the clause, or has a ``quote`` of words that mean it.

    A name counts where it is not part of a longer name of another role: the Party branch secretary
    does not name the Party branch.
    """
    for found in library.duties:
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
    for found in library.duties:
        for index, who in enumerate(found.duty.who):
            if who.quote is not None:
                where = found.duty.place.at("who", index, "quote")
                yield from _foreign("B03", found, who.quote, where)


def inferred_with_quote(library: Library) -> Iterator[Diagnostic]:
    """What is inferred has no ``quote``: words of the clause are what makes a claim stated."""
    for found in library.duties:
        duty = found.duty
        if duty.when.basis is Basis.INFERRED and duty.when.quote is not None:
            yield _contradiction(duty.place.at("when", "quote"), duty.when.quote)
        for index, who in enumerate(duty.who):
            if who.basis is Basis.INFERRED and who.quote is not None:
                yield _contradiction(duty.place.at("who", index, "quote"), who.quote)
        for index, use in enumerate(duty.records):
            if use.basis is Basis.INFERRED and use.quote is not None:
                yield _contradiction(duty.place.at("records", index, "quote"), use.quote)


def stated_timing_without_quote(library: Library) -> Iterator[Diagnostic]:
    """A rhythm said to be stated has a ``quote`` of the words that state it."""
    for found in library.duties:
        when = found.duty.when
        if when.basis is Basis.STATED and when.quote is None:
            yield Diagnostic("B05", found.duty.place.at("when", "basis"), {"duty": found.duty.id})


def timing_quote_not_in_clause(library: Library) -> Iterator[Diagnostic]:
    """The ``quote`` of a rhythm is a run of words of the clause."""
    for found in library.duties:
        if found.duty.when.quote is not None:
            where = found.duty.place.at("when", "quote")
            yield from _foreign("B06", found, found.duty.when.quote, where)


def stated_record_not_named(library: Library) -> Iterator[Diagnostic]:
    """A record said to be stated is named in the clause, or has a ``quote`` of words for it."""
    for found in library.duties:
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
    for found in library.duties:
        for index, use in enumerate(found.duty.records):
            if use.quote is not None:
                where = found.duty.place.at("records", index, "quote")
                yield from _foreign("B08", found, use.quote, where)


def stated_mechanism_not_named(library: Library) -> Iterator[Diagnostic]:
    """A mechanism said to be stated, as a bare id says, has one of its names in the clause."""
    for found in library.duties:
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
    for found in library.duties:
        duty = found.duty
        quotes = (
            (duty.quote, duty.place.at("quote")),
            (duty.when.quote, duty.place.at("when", "quote")),
            *((w.quote, duty.place.at("who", n, "quote")) for n, w in enumerate(duty.who)),
            *((u.quote, duty.place.at("records", n, "quote")) for n, u in enumerate(duty.records)),
        )
        for quote, where in quotes:
            if quote is not None and not any(character.isalnum() for character in quote):
                yield Diagnostic("B10", where, {"quote": quote})


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


def _foreign(code: str, found: DutyInContext, quote: str, where: Location) -> Iterator[Diagnostic]:
    """A finding if ``quote`` is not a run of words of the clause."""
    if quote not in found.clause.text:
        yield Diagnostic(
            code,
            where,
            {"quote": quote, "clause": found.clause.id},
            suggestion=nearest_passage(quote, found.clause.text),
        )


def _contradiction(where: Location, quote: str) -> Diagnostic:
    return Diagnostic("B04", where, {"quote": quote})
