"""A role's duty card as a file: all its duties by rhythm, with the words they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.citations import cited
from macros.exports.docx import paragraphs as words
from macros.exports.docx.paper import Paper
from macros.exports.docx.paragraphs import Run
from macros.exports.docx.scale import WORKING
from macros.exports.docx.styles import WIDTH
from macros.exports.docx.xml import Element
from macros.exports.office import joined, on_basis, say
from macros.exports.phrases import phrase, timing
from macros.library import Library
from macros.model import Basis, Period, Rhythm, Role
from macros.views import duty
from macros.views.card import LINES, Stake

_COLUMNS = ("number", "duty", "degree", "when", "records")
_WIDTHS = (600, 3845, 1400, 1400, 1600)
_SIGNED = ("name", "term", "signed")

_ORDER = {rhythm: rank for rank, rhythm in enumerate(Rhythm)}
_PERIODS = {period: rank for rank, period in enumerate(Period)}


@dataclass(frozen=True, slots=True)
class Duties:
    """What the card of ``role`` holds; ``documents`` are their short titles."""

    role: Role
    stakes: tuple[Stake, ...]
    documents: tuple[str, ...]


def duties(library: Library, role: Role) -> Duties:
    """What is gathered for the card of a role; nobody signs for what a sample asks."""
    return Duties(
        role,
        tuple(
            Stake(duty.view(library, found), who)
            for found, who in library.real.duties_of_role(role.id)
        ),
        tuple(document.short_title for document in library.real.documents),
    )


def card_docx(held: Duties, version: str) -> bytes:
    """The card; one with more duties than a page holds has a table of contents."""
    role, stakes = held.role, held.stakes
    paper = Paper(WORKING, say("card.title", role=role.label), version)
    paper.paragraph("Clause", say("card.subject", documents=joined(held.documents)))
    paper.paragraph("Clause", role.identify)
    _sign(paper)
    if not stakes:
        paper.paragraph("Clause", say("card.none"))
        return paper.content()
    stated = sum(stake.assignment.basis is Basis.STATED for stake in stakes)
    total = say("card.total", count=len(stakes), stated=stated, inferred=len(stakes) - stated)
    paper.paragraph("Clause", total)
    paper.paragraph("Note", say("key"))
    if len(stakes) > LINES:
        paper.contents()
    for (rhythm, every), group in _by_rhythm(stakes):
        name = phrase(f"period.{every}") if every else phrase(f"rhythm.{rhythm}")
        name += say("count", count=len(group))
        paper.heading(1, name)
        heads = [say(f"card.column.{column}") for column in _COLUMNS]
        numbers = paper.duties()
        paper.table(name, _WIDTHS, heads, ([*_row(stake, numbers)] for stake in group))
    paper.paragraph("Note", say("page.unofficial"))
    return paper.content()


def _sign(paper: Paper) -> None:
    """Room for who carries the card."""
    third = WIDTH // len(_SIGNED)
    heads = [say(f"card.{name}") for name in _SIGNED]
    paper.table(joined(heads), (third,) * len(_SIGNED), heads, [([],) * len(_SIGNED)], height=560)


def _by_rhythm(
    stakes: Iterable[Stake],
) -> list[tuple[tuple[Rhythm, Period | None], list[Stake]]]:
    """The duties by rhythm and period, those with a date first, each group in the text's order."""
    groups: dict[tuple[Rhythm, Period | None], list[Stake]] = {}
    for stake in stakes:
        when = stake.shown.duty.when
        groups.setdefault((when.kind, when.every), []).append(stake)
    return sorted(
        groups.items(),
        key=lambda group: (_ORDER[group[0][0]], _PERIODS[group[0][1]] if group[0][1] else 0),
    )


def _row(stake: Stake, numbers: int) -> Iterator[list[Element]]:
    """One duty, in the order of the columns; its number is counted by Word."""
    shown, who = stake.shown, stake.assignment
    yield [words.paragraph("Number", (), numbering=numbers)]
    place = cited(shown.context)
    yield [
        _cell(shown.duty.do),
        _cell(Run(say("quoted", text=shown.duty.quote), "Quoted"), say("bracketed", text=place)),
    ]
    yield [_cell(phrase(f"degree.{who.degree}")), _cell(*_basis(who.basis))]
    yield [_cell(timing(shown.duty.when)), _cell(*_basis(shown.duty.when.basis))]
    records = [on_basis(kept.record.label, kept.basis) for kept in shown.evidence]
    yield [_cell(record) for record in records or [say("card.unrecorded")]]


def _basis(basis: Basis) -> Iterator[Run]:
    style = "Stated" if basis is Basis.STATED else "Inferred"
    yield Run(say("bracketed", text=phrase(f"basis.{basis}")), style)


def _cell(*content: Run | str) -> Element:
    return words.paragraph("Cell", map(words.run, content))
