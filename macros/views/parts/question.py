"""A question with its answer, in which quoted words are told apart from the answer's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Clause, Question, Role

# The corner brackets that enclose verbatim words in an answer.
_QUOTE = re.compile("\u300c([^\u300c\u300d]+)\u300d")


@dataclass(frozen=True, slots=True)
class AnswerPiece:
    """A stretch of an answer; ``clause`` is the id of the clause it quotes, ``None`` for none."""

    text: str
    clause: str | None


def pieces(answer: str, clauses: Iterable[Clause]) -> tuple[AnswerPiece, ...]:
    """The answer cut at its quotes; a quote loses its brackets, which the page shows as marks.

    Words in brackets that none of ``clauses`` holds stay part of the answer, brackets included.
    """
    cited = tuple(clauses)
    found: list[AnswerPiece] = []
    at = 0
    for match in _QUOTE.finditer(answer):
        source = next((clause.id for clause in cited if match[1] in clause.text), None)
        if source is None:
            continue
        if at < match.start():
            found.append(AnswerPiece(answer[at : match.start()], None))
        found.append(AnswerPiece(match[1], source))
        at = match.end()
    if at < len(answer):
        found.append(AnswerPiece(answer[at:], None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; its answer in pieces, the clauses it rests on, and whom it suits best."""

    question: Question
    answer: tuple[AnswerPiece, ...]
    clauses: tuple[tuple[ClauseInContext, Address], ...]
    roles: tuple[tuple[Role, Address], ...]


def view(library: Library, question: Question) -> QuestionView:
    """The view of one question; ids that the library does not hold are left out."""
    cited = [found for id_ in question.quotes if (found := library.clause(id_))]
    return QuestionView(
        question,
        pieces(question.answer, (found.clause for found in cited)),
        tuple((found, addresses.of_clause(found)) for found in cited),
        tuple(
            (role, addresses.of_entry(role))
            for id_ in question.roles
            if (role := library.role(id_))
        ),
    )
