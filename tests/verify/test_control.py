"""The control: on the site as it is built, the verifier finds nothing and accounts for all."""

from __future__ import annotations

from dataclasses import asdict

from tests.conftest import ROOT
from tests.verify.conftest import Standard

FAULTS = ("differences", "broken_links", "duplicate_ids", "outside_requests", "left_over")


def test_nothing_is_wrong(standard: Standard) -> None:
    """The built site has no finding, and each figure of faults is 0."""
    verdict = standard.verdict(standard.tree)
    assert verdict.findings == ()
    assert {name: asdict(verdict.figures)[name] for name in FAULTS} == dict.fromkeys(FAULTS, 0)


def test_everything_is_there(standard: Standard) -> None:
    """All measures, each clause, duty and cell stand in the site."""
    figures = standard.verdict(standard.tree).figures
    library = standard.library
    assert figures.measures == len(library.measures) >= 24
    assert figures.clauses == len(library.clauses)
    assert figures.duties == len(library.duties)
    assert figures.cells == len(
        {(found.measure.id, who.role) for found in library.duties for who in found.duty.who}
    )


def test_every_character_of_the_source_is_accounted_for(standard: Standard) -> None:
    """Titles and clauses are shown, numbers, marks and blanks are layout; nothing else is left."""
    accounts = standard.verdict(standard.tree).figures.sources
    for document, account in zip(standard.library.documents, accounts, strict=True):
        source = ROOT / "data" / "documents" / document.id / "source.txt"
        words = sum(len(clause.text) for m in document.measures for clause in m.clauses)
        words += sum(len(part.title) for part in document.parts)
        if "{title}" in document.layout.measure:
            words += sum(len(m.title) for m in document.measures)
        assert account.total == len(source.read_bytes().decode("utf-8"))
        assert account.shown == words
        assert account.shown + account.layout == account.total
