"""Q: each measure has questions worth discussing, with answers that quote the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.check.rules import named_ids
from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.model import Clause, DocumentState, Question
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location
from macros.text.suggest import nearest_passage

FEWEST = 3
FEWEST_KINDS = 2
# A question that has this share of its characters in one run with a clause asks for nothing else.
_SHARE = 0.6

_OPENS = "\N{LEFT CORNER BRACKET}"
_CLOSES = "\N{RIGHT CORNER BRACKET}"
_QUOTED = re.compile(f"{_OPENS}([^{_OPENS}{_CLOSES}]*){_CLOSES}")


def too_few_questions(library: Library) -> Iterator[Diagnostic]:
    """A measure has three questions or more; of a draft, D11 says how many have not.

    Nobody studies a sample, so it may have fewer.
    """
    for measure in library.measures:
        document = library.document_of(measure)
        free = document.sample or document.state is DocumentState.DRAFT
        if len(measure.questions) < FEWEST and not free:
            yield Diagnostic(
                "Q01",
                measure.place.at("questions" if measure.questions else "id"),
                {"measure": measure.id, "count": str(len(measure.questions))},
            )


def one_kind_of_question(library: Library) -> Iterator[Diagnostic]:
    """The questions of a measure are of two kinds or more."""
    for measure in library.measures:
        kinds = {question.kind for question in measure.questions}
        if len(measure.questions) >= FEWEST and len(kinds) < FEWEST_KINDS:
            yield Diagnostic(
                "Q02",
                measure.place.at("questions"),
                {"measure": measure.id, "kind": measure.questions[0].kind.value},
            )


def answer_without_quotation(library: Library) -> Iterator[Diagnostic]:
    """An answer quotes the text at least once, in corner brackets."""
    for _, question in _asked(library):
        if _balanced(question.answer) and not _QUOTED.search(question.answer):
            yield Diagnostic("Q03", question.place.at("answer"), {"question": question.id})


def answer_misquotes(library: Library) -> Iterator[Diagnostic]:
    """What stands in corner brackets is a run of words of one of the clauses in ``quotes``.

    Silent while one of those clauses is unknown (N16) or does not say what the source says (T01).
    """
    for _, question in _asked(library):
        found = [library.clause(id_) for id_ in question.quotes]
        texts = [at.clause.text for at in found if at and at.clause.id not in library.doubted]
        if len(texts) < len(found) or not _balanced(question.answer):
            continue
        for match in _QUOTED.finditer(question.answer):
            words = match[1]
            if not words or not any(words in text for text in texts):
                passages = (nearest_passage(words, text) for text in texts)
                yield Diagnostic(
                    "Q04",
                    question.place.at_character(match.start(1), "answer"),
                    {"quote": words, "clauses": " ".join(question.quotes)},
                    suggestion=next((passage for passage in passages if passage), None),
                )


def brackets_unbalanced(library: Library) -> Iterator[Diagnostic]:
    """Corner brackets in an answer come in pairs and never one pair inside another."""
    for _, question in _asked(library):
        at = _first_unpaired(question.answer)
        if at is not None:
            yield Diagnostic(
                "Q05",
                question.place.at_character(at, "answer"),
                {"question": question.id, "bracket": question.answer[at]},
            )


def question_restates_clause(library: Library) -> Iterator[Diagnostic]:
    """A question does not merely restate a clause of its measure or one that its answer quotes.

    It does if it contains the clause, or if more than six tenths of its characters are one run of
    the clause's words.
    """
    for own, question in _asked(library):
        cited = (library.clause(id_) for id_ in question.quotes)
        clauses = {clause.id: clause for clause in own}
        clauses |= {found.clause.id: found.clause for found in cited if found is not None}
        for clause in clauses.values():
            if _restates(question.text, clause.text):
                yield Diagnostic(
                    "Q06",
                    question.place.at("text"),
                    {"question": question.id, "clause": clause.id},
                )
                break


def question_twice(library: Library) -> Iterator[Diagnostic]:
    """No two questions ask in the same words."""
    first: dict[str, tuple[Question, Location]] = {}
    for _, question in _asked(library):
        where = question.place.at("text")
        if question.text in first:
            other, there = first[question.text]
            yield Diagnostic(
                "Q07", where, {"question": question.id, "first": other.id}, also=(there,)
            )
        else:
            first[question.text] = question, where


RULES = (
    Rule("Q01", too_few_questions),
    Rule("Q02", one_kind_of_question),
    Rule("Q03", answer_without_quotation),
    Rule("Q04", answer_misquotes),
    Rule("Q05", brackets_unbalanced),
    Rule("Q06", question_restates_clause),
    Rule("Q07", question_twice),
)


def _asked(library: Library) -> Iterator[tuple[tuple[Clause, ...], Question]]:
    """All questions with the clauses of their measure; those of guides, which have none, last."""
    yield from ((measure.clauses, question) for measure, question in library.questions)
    yield from (
        ((), question) for guide in named_ids.guides(library) for question in guide.questions
    )


def _restates(question: str, clause: str) -> bool:
    words = clause.rstrip("\N{IDEOGRAPHIC FULL STOP}")
    if words and words in question:
        return True
    run = int(len(question) * _SHARE) + 1
    return any(question[start : start + run] in clause for start in range(len(question) - run + 1))


def _balanced(text: str) -> bool:
    return _first_unpaired(text) is None


def _first_unpaired(text: str) -> int | None:
    """Where the first corner bracket without its fellow stands, or one inside another pair."""
    open_at: int | None = None
    for at, character in enumerate(text):
        if character == _OPENS:
            if open_at is not None:
                return at
            open_at = at
        elif character == _CLOSES:
            if open_at is None:
                return at
            open_at = None
    return open_at
