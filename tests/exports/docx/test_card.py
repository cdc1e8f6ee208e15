"""Duty cards as Word files, read back by another library."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from macros.citations import cited
from macros.model import Basis, Role
from tests.exports.docx.reading import list_of, opened, styled
from tests.exports.word import card_docx
from tests.libraries import real

DEGREES = dict(
    zip(
        ("lead", "joint", "support", "supervise", "inform", "target"),
        ("牵头", "共同负责", "配合", "监督", "报告或知会", "对象"),
        strict=True,
    )
)
BASES = {Basis.STATED: "（原文明示）", Basis.INFERRED: "（编者推断）"}


def _opened(role: Role) -> Any:
    return opened(card_docx(real(), role))


def _rows(card: Any) -> list[list[str]]:
    """The duties of all tables but the one to sign, without heads."""
    return [
        [cell.text for cell in row.cells] for table in card.tables[1:] for row in table.rows[1:]
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
    """The numbers of a rhythm's duties are Word's own, from 1 in each table."""
    role = real().role("party-secretary")
    assert role is not None
    card = _opened(role)
    lists = []
    for table in card.tables[1:]:
        numbers = {list_of(row.cells[0].paragraphs[0]) for row in table.rows[1:]}
        assert len(numbers) == 1
        lists += numbers
    assert len(set(lists)) == len(lists)
    assert 0 not in lists


def test_heads_are_repeated_on_every_page() -> None:
    """The first row of each table of duties is a head, and no row is cut by a page's end."""
    role = real().role("principal")
    assert role is not None
    for table in _opened(role).tables[1:]:
        assert table.rows[0]._tr.trPr.find("{*}tblHeader") is not None
        assert all(row._tr.trPr.find("{*}cantSplit") is not None for row in table.rows)


def test_a_long_card_has_contents_and_a_short_one_has_none() -> None:
    """Contents stand on a card that does not fit on one page."""
    library = real().real
    for role in library.roles:
        contents = _opened(role).element.body.find("{*}sdt")
        assert (contents is not None) == (len(library.duties_of_role(role.id)) > 30)


def test_a_card_says_what_it_is() -> None:
    """The card says whose it is, that it is no official paper, and how many duties are stated."""
    role = real().role("party-secretary")
    assert role is not None
    words = [text for _, text in styled(_opened(role))]
    stakes = [who for _, who in real().real.duties_of_role(role.id)]
    stated = sum(who.basis is Basis.STATED for who in stakes)
    assert words[0] == "责任卡：党组织书记"
    assert "非官方整理，以正式印发的文件为准" in words
    assert any(f"共{len(stakes)}项任务，其中原文明示{stated}项" in text for text in words)
