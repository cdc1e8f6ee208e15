"""Duty cards as Word files, read back by another library."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from macros.knowledge.citations import cited
from macros.model import Basis, Role
from tests.exports.docx.reading import begins_page, list_of, opened, styled
from tests.exports.word import card_docx
from tests.libraries import real

DEGREES = dict(
    zip(
        ("lead", "answer", "joint", "support", "supervise", "inform", "target"),
        ("牵头", "负总责", "共同负责", "配合", "监督", "报告或知会", "对象"),
        strict=True,
    )
)
BASES = {Basis.STATED: "（原文明示）", Basis.INFERRED: "（编者推断）"}


def _opened(role: Role) -> Any:
    return opened(card_docx(real(), role))


def _rows(card: Any) -> list[list[str]]:
    """The duties of all tables but that of the card's facts and the one to sign, without heads."""
    return [
        [cell.text for cell in row.cells] for table in card.tables[2:] for row in table.rows[1:]
    ]


@pytest.mark.parametrize("role", real().roles, ids=lambda role: role.id)
def test_every_duty_stands_on_the_card(role: Role) -> None:
    """Each duty of the role stands there once: what, the quoted words, degree, when, records."""
    library = real().real
    told = []
    for found, who in library.duties_of_role(role.id):
        clause = library.clause(found.clause.id)
        assert clause is not None
        duty = found.duty
        place = f"（{cited(clause)}）"
        records = "\n".join(
            record.label + BASES[use.basis]
            for use in duty.records
            if (record := library.record(use.record))
        )
        told.append(
            (
                f"{duty.do}\n“{duty.quote}”{place}",
                f"{DEGREES[who.degree]}\n{BASES[who.basis]}",
                BASES[duty.when.basis],
                records or "未指定",
            )
        )
    shown = [(row[1], row[2], row[3].split("\n")[-1], row[4]) for row in _rows(_opened(role))]
    assert Counter(shown) == Counter(told)


def test_a_card_counts_its_duties_itself() -> None:
    """The numbers of the duties are Word's own, from 1 through all tables, as in the PDF."""
    role = real().role("party-secretary")
    assert role is not None
    tables = _opened(role).tables[2:]
    assert len(tables) > 1
    numbers = {list_of(row.cells[0].paragraphs[0]) for table in tables for row in table.rows[1:]}
    assert len(numbers) == 1
    assert 0 not in numbers


def test_heads_are_repeated_on_every_page() -> None:
    """The first row of each table of duties is a head, and no row is cut by a page's end."""
    role = real().role("principal")
    assert role is not None
    for table in _opened(role).tables[2:]:
        assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
        assert all(row._tr.trPr.find("{*}cantSplit") is not None for row in table.rows)


def test_the_first_page_says_what_to_do_when() -> None:
    """A line a duty, or a measure where there are too many; the duties' words begin a page."""
    library = real().real
    for role in library.roles:
        paragraphs = _opened(role).paragraphs
        lines = [p.text for p in paragraphs if p.style.style_id == "Brief" and p.text]
        duties = [found.duty.do for found, _ in library.duties_of_role(role.id)]
        if len(duties) <= 30:
            assert Counter(line.split("——")[0] for line in lines) == Counter(duties)
        else:
            assert any(re.match(r"第\d+条 .+——\D+\d", line) for line in lines)
            assert len(lines) < len(duties)
        assert [p.text for p in paragraphs if begins_page(p)] == ["各项任务与原文"] * bool(duties)


def test_a_card_says_what_it_is() -> None:
    """The card says whose it is, that it is no official paper, and how many duties are stated."""
    role = real().role("party-secretary")
    assert role is not None
    card = _opened(role)
    words = [text for _, text in styled(card)]
    facts = {row.cells[0].text: row.cells[1].text for row in card.tables[0].rows}
    stakes = [who for _, who in real().real.duties_of_role(role.id)]
    stated = sum(who.basis is Basis.STATED for who in stakes)
    assert words[0] == "责任卡：党组织书记"
    assert "非官方整理，以正式印发的文件为准" in words
    assert facts["任务"].startswith(f"{len(stakes)}项，其中原文明示{stated}项")
