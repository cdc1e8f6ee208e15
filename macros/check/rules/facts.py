"""A: what is said of a document as an issued act, and of its place before other documents."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import Document, Fact, Facts, FactStatus
from macros.text.dates import day
from macros.text.diagnostics import Diagnostic

_DATES = ("issued", "effective")
_VALUELESS = (FactStatus.PENDING, FactStatus.NONE)


def pending_with_value(library: Library) -> Iterator[Diagnostic]:
    """A fact that is pending, or that there is not, has no value."""
    for document, name, fact in _facts(library):
        if fact.status in _VALUELESS and fact.value is not None:
            yield Diagnostic(
                "A01",
                document.place.at("facts", name, "value"),
                {"fact": name, "status": fact.status.value},
            )


def known_without_value(library: Library) -> Iterator[Diagnostic]:
    """A provisional or confirmed fact has a value."""
    for document, name, fact in _facts(library):
        if fact.status not in _VALUELESS and fact.value is None:
            yield Diagnostic(
                "A02",
                document.place.at("facts", name, "status"),
                {"fact": name, "status": fact.status.value},
            )


def confirmed_without_source(library: Library) -> Iterator[Diagnostic]:
    """A confirmed fact says where it is taken from."""
    for document, name, fact in _facts(library):
        if fact.status is FactStatus.CONFIRMED and fact.source is None:
            yield Diagnostic("A03", document.place.at("facts", name, "status"), {"fact": name})


def date_is_no_date(library: Library) -> Iterator[Diagnostic]:
    """The dates of issue and effect are days that exist, written 2026-09-01."""
    for document, name, fact in _facts(library):
        if name in _DATES and fact.value is not None and day(fact.value) is None:
            yield Diagnostic(
                "A04",
                document.place.at("facts", name, "value"),
                {"fact": name, "value": fact.value},
            )


def two_in_front(library: Library) -> Iterator[Diagnostic]:
    """One document at most stands in front of the others."""
    front = [document for document in library.documents if document.front]
    for document in front[1:]:
        yield Diagnostic(
            "A05",
            document.place.at("front"),
            {"document": document.short_title, "other": front[0].short_title},
            also=(front[0].place.at("front"),),
        )


def none_in_front(library: Library) -> Iterator[Diagnostic]:
    """Of several real documents, one says that it stands in front; their ids do not say it."""
    documents = library.real.documents
    if len(documents) > 1 and not any(one.front for one in library.documents):
        params = {"document": documents[0].short_title, "count": str(len(documents))}
        yield Diagnostic("A06", documents[0].place.at("id"), params)


RULES = (
    Rule("A01", pending_with_value),
    Rule("A02", known_without_value),
    Rule("A03", confirmed_without_source),
    Rule("A04", date_is_no_date),
    Rule("A05", two_in_front),
    Rule("A06", none_in_front, whole=True),
)


def _facts(library: Library) -> Iterator[tuple[Document, str, Fact]]:
    """Each fact of each document with the name of its field."""
    for document in library.documents:
        for name in Facts.model_fields:
            fact = getattr(document.facts, name)
            if isinstance(fact, Fact):
                yield document, name, fact
