"""An answer shows which of its words are the text's."""

from __future__ import annotations

from macros.model import Clause
from macros.views.parts.question import AnswerPiece, pieces
from tests.libraries import real

CLAUSE = Clause(id="m01c1", text="甲乙丙丁。")


def test_quoted_words_are_told_apart() -> None:
    """Words in corner brackets that the clause holds become a quote of it, without brackets."""
    assert pieces("他说「乙丙」，对。", [CLAUSE]) == (
        AnswerPiece("他说", None),
        AnswerPiece("乙丙", "m01c1"),
        AnswerPiece("，对。", None),
    )


def test_foreign_words_in_brackets_stay_as_they_are() -> None:
    """Words in brackets that no cited clause holds are no quote."""
    assert pieces("「戊」", [CLAUSE]) == (AnswerPiece("「戊」", None),)


def test_no_word_of_an_answer_is_lost() -> None:
    """Each answer of this repository is its pieces, quotes put back into brackets."""
    library = real()
    for measure, question in library.questions:
        clauses = [c.clause for id_ in question.quotes if (c := library.clause(id_))]
        found = pieces(question.answer, clauses)
        text = "".join(f"「{p.text}」" if p.clause else p.text for p in found)
        assert text == question.answer, measure.id
