"""A role's duty card as a file: all its duties by rhythm, with the words they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.exports.docx import elements as words
from macros.exports.docx.elements import Element, Run
from macros.exports.docx.paper import Paper
from macros.exports.docx.styles import WIDTH, WORKING
from macros.exports.wording import counted, enumerated, key, on_basis, timing
from macros.knowledge import Library
from macros.knowledge.citations import cited, numbered
from macros.model import Basis, Period, Rhythm, Role
from macros.views.parts import duty
from macros.views.parts.card import NAMED, Bundle, RoleDuty, among, by_rhythm, card
from macros.words.files import say
from macros.words.vocabulary import word

_COLUMNS = ("number", "duty", "degree", "when", "records")
_NAME = 1300
_WIDTHS = (600, 3845, 1400, 1400, 1600)
_SIGNED = ("name", "term", "signed")


@dataclass(frozen=True, slots=True)
class Duties:
    """What the card of ``role`` holds; ``documents`` are their short titles.

    ``among`` is the name of the wider group that has a card of its own, or empty.
    """

    role: Role
    stakes: tuple[RoleDuty, ...]
    documents: tuple[str, ...]
    among: str


def duties(library: Library, role: Role) -> Duties:
    """What is gathered for the card of a role; nobody signs for what a sample asks."""
    wider = among(library, role)
    return Duties(
        role,
        tuple(
            RoleDuty(duty.view(library, found), who)
            for found, who in library.real.duties_of_role(role.id)
        ),
        tuple(document.short_title for document in library.real.documents),
        wider.label if wider else "",
    )


def card_docx(held: Duties, version: str) -> bytes:
    """The card: who does what when, short enough to hand over, then every duty with its words."""
    role, stakes = held.role, held.stakes
    paper = Paper(WORKING, say("card.title", role=role.label), version)
    stated = sum(stake.assignment.basis is Basis.STATED for stake in stakes)
    total = say("card.total", count=len(stakes), stated=stated, inferred=len(stakes) - stated)
    facts = {
        "role": role.identify,
        "documents": say("card.documents", documents=enumerated(held.documents)),
        "duties": total if stakes else say("card.none"),
    }
    rows = ([[_cell(say(f"card.fact.{fact}"))], [_cell(text)]] for fact, text in facts.items())
    paper.table(say("card.title", role=role.label), (_NAME, WIDTH - _NAME), (), rows)
    paper.paragraph("Brief")
    _sign(paper)
    if stakes:
        paper.paragraph("Note", key())
        if held.among:
            paper.paragraph("Note", say("card.also", role=held.among))
        _glance(paper, stakes)
        _every(paper, stakes)
    return paper.content()


def _sign(paper: Paper) -> None:
    """Room for who carries the card."""
    third = WIDTH // len(_SIGNED)
    heads = [say(f"card.{name}") for name in _SIGNED]
    widths = (third,) * len(_SIGNED)
    paper.table(enumerated(heads), widths, heads, [([],) * len(_SIGNED)], height=560)


def _glance(paper: Paper, stakes: Iterable[RoleDuty]) -> None:
    """The card itself: a line a duty; where there are too many, a line a measure."""
    paper.heading(1, say("card.glance"))
    for group in card(stakes).groups:
        name = _name(group.rhythm, group.every) + counted("count", group.count)
        paper.paragraph("BriefHead", name)
        for stake in group.stakes:
            paper.paragraph("Brief", *_line(stake))
        for bundle in group.bundles:
            paper.paragraph("Brief", *_bundle(bundle))


def _line(stake: RoleDuty) -> Iterator[Run | str]:
    when, who = stake.shown.duty.when, stake.assignment
    yield stake.shown.duty.do + say("dash")
    if when.times is not None or when.kind in NAMED:
        yield timing(when) + say("comma")
    yield word(who.degree)
    yield from _basis(who.basis)
    yield say("comma") + cited(stake.shown.context)


def _bundle(bundle: Bundle) -> Iterator[Run | str]:
    measure = bundle.measure
    yield say("card.bundle", number=numbered(measure.printed), title=measure.title) + say("dash")
    yield enumerated(
        say("card.bundle.degree", degree=word(degree), count=count)
        for degree, count in bundle.degrees
    )
    if bundle.stated in (0, bundle.count):
        yield from _basis(Basis.STATED if bundle.stated else Basis.INFERRED)
    else:
        yield say("comma") + say("card.bundle.stated", stated=bundle.stated)


def _every(paper: Paper, stakes: Iterable[RoleDuty]) -> None:
    """Every duty with the words it rests on, counted through by Word."""
    paper.heading(1, say("card.all"), new_page=True)
    heads = [say(f"card.column.{column}") for column in _COLUMNS]
    numbers = paper.duties()
    for (rhythm, every), group in by_rhythm(stakes):
        name = _name(rhythm, every) + counted("count", len(group))
        paper.heading(2, name)
        paper.table(name, _WIDTHS, heads, ([*_row(stake, numbers)] for stake in group))


def _name(rhythm: Rhythm, every: Period | None) -> str:
    return word(every) if every else word(rhythm)


def _row(stake: RoleDuty, numbers: int) -> Iterator[list[Element]]:
    """One duty, in the order of the columns; its number is counted by Word."""
    shown, who = stake.shown, stake.assignment
    yield [words.paragraph("Number", (), numbering=numbers)]
    place = cited(shown.context)
    yield [
        _cell(shown.duty.do),
        _cell(Run(say("quoted", text=shown.duty.quote), "Quoted"), say("bracketed", text=place)),
    ]
    yield [_cell(word(who.degree)), _cell(*_basis(who.basis))]
    yield [_cell(timing(shown.duty.when)), _cell(*_basis(shown.duty.when.basis))]
    records = [on_basis(kept.record.label, kept.basis) for kept in shown.evidence]
    yield [_cell(record) for record in records or [say("card.unrecorded")]]


def _basis(basis: Basis) -> Iterator[Run]:
    style = "Stated" if basis is Basis.STATED else "Inferred"
    yield Run(say("bracketed", text=word(basis)), style)


def _cell(*content: Run | str) -> Element:
    return words.paragraph("Cell", map(words.run, content))
