"""A question with its answer cut at the words it quotes."""

from __future__ import annotations

from dataclasses import dataclass

from macros.knowledge import ClauseInContext, Library, addresses
from macros.knowledge.addresses import Address
from macros.model import Question, Role
from macros.views import answer
from macros.views.answer import Piece


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; its answer in pieces, the clauses it rests on, and whom it suits best."""

    question: Question
    answer: tuple[Piece, ...]
    clauses: tuple[tuple[ClauseInContext, Address], ...]
    roles: tuple[tuple[Role, Address], ...]


def view(library: Library, question: Question) -> QuestionView:
    """The view of one question; ids that the library does not hold are left out."""
    cited = [found for id_ in question.quotes if (found := library.clause(id_))]
    return QuestionView(
        question,
        answer.pieces(question.answer, (found.clause for found in cited)),
        tuple((found, addresses.of_clause(found)) for found in cited),
        tuple(
            (role, addresses.of_role(role)) for id_ in question.roles if (role := library.role(id_))
        ),
    )
