"""Texts that a spreadsheet, a calendar or a card would take for something else."""

from __future__ import annotations

from macros.knowledge import Library
from macros.model import (
    Assignment,
    Clause,
    Definition,
    DefinitionOrigin,
    Document,
    Duty,
    Layout,
    Measure,
    Part,
    Source,
    Term,
    Timing,
)
from tests.libraries import FACTS, ROLES

TEXTS = (
    "=1+1",
    '=HYPERLINK("http://example.invalid","x")',
    "{=SUM(A1)}",
    "+86",
    "-1",
    "@SUM(1)",
    "＝1+1",
    "＋86",
    "－1",
    "＠SUM(1)",
    "http://example.invalid/",
    "mailto:a",
    "internal:Sheet1!A1",
    "_x0041_",
    "<b>&amp;</b>",
    'a"b,c;d\\n',
    "0012",
    "1e3",
    "TRUE",
    "2026-09-01",
    "{{cloze}} {{c1::x}}",
    "END:VEVENT",
    "𠮷" * 60,
)


def library(*texts: str) -> Library:
    """A library whose duties, terms and titles are ``texts``."""
    part = Part(id="p1", number=1, numeral="一", title="=部分", short="+部")
    measures = tuple(
        Measure(
            id=f"m{number}",
            number=number,
            part="p1",
            title=text,
            themes=("theme",),
            clauses=(Clause(id=f"m{number}c1", text=text, duties=(_duty(number, text),)),),
        )
        for number, text in enumerate(texts, start=1)
    )
    document = Document(
        id="doc",
        short_title="=试验",
        facts=FACTS,
        source=Source(file="source.txt", sha256="0" * 64),
        layout=Layout(part="{numeral}", measure="{number}"),
        parts=(part,),
    )
    terms = tuple(
        Term(
            id=f"t{number}",
            label=text,
            definition=Definition(text=text, origin=DefinitionOrigin.COMMON, source=text),
        )
        for number, text in enumerate(texts, start=1)
    )
    return Library(
        documents=(document.with_measures(measures, ""),),
        roles=(ROLES[0].model_copy(update={"label": "=角色"}), *ROLES[1:]),
        terms=terms,
    )


def _duty(number: int, text: str) -> Duty:
    who = Assignment.model_validate({"role": "r0", "as": "lead", "basis": "stated"})
    when = Timing.model_validate(
        {"kind": "periodic", "every": "term", "times": 1, "basis": "stated", "quote": text}
    )
    return Duty(id=f"m{number}d1", do=text, quote=text, who=(who,), when=when)
