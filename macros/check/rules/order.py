"""T1x: measures and parts stand in the order the text has them, and the layout shows them all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from macros.check.rules.rule import Rule
from macros.knowledge import Library
from macros.knowledge.citations import is_unnumbered
from macros.model import Document
from macros.text.diagnostics import Diagnostic
from macros.text.location import Location

_IN_PART = ("{numeral}", "{title}")
_NUMBERS = ("{number}", "{numeral}")


def measure_number_jumps(library: Library) -> Iterator[Diagnostic]:
    """The measures of a document are numbered 1, 2, 3 and so on, without a gap."""
    for document in library.documents:
        before = 0
        for measure in document.measures:
            if measure.number > before + 1:
                yield Diagnostic(
                    "T11",
                    measure.place.at("number"),
                    {"number": str(measure.number), "expected": str(before + 1)},
                )
            before = measure.number


def measure_number_twice(library: Library) -> Iterator[Diagnostic]:
    """No two measures of a document have one number."""
    for document in library.documents:
        for first, second in pairwise(document.measures):
            if first.number == second.number:
                yield Diagnostic(
                    "T12",
                    second.place.at("number"),
                    {"number": str(second.number), "first": first.id, "second": second.id},
                    also=(first.place.at("number"),),
                )


def measure_before_its_part(library: Library) -> Iterator[Diagnostic]:
    """The parts of successive measures never go back: a part is one unbroken run of measures."""
    for document in library.documents:
        rank = {part.id: n for n, part in enumerate(document.parts)}
        known = [measure for measure in document.measures if measure.part in rank]
        for first, second in pairwise(known):
            if rank[second.part] < rank[first.part]:
                yield Diagnostic(
                    "T13",
                    second.place.at("part"),
                    {
                        "measure": second.id,
                        "part": second.part,
                        "before": first.id,
                        "before_part": first.part,
                    },
                    also=(first.place.at("part"),),
                )


def part_is_empty(library: Library) -> Iterator[Diagnostic]:
    """Every part has a measure, or a narrower part that has one."""
    for document in library.documents:
        used = _filled(document)
        for part in document.parts:
            if part.id not in used:
                yield Diagnostic("T14", part.place.at("id"), {"part": part.id, "title": part.title})


def part_number_jumps(library: Library) -> Iterator[Diagnostic]:
    """The parts of a document stand in order and are numbered 1, 2, 3 and so on."""
    for document in library.documents:
        for expected, part in enumerate(document.parts, start=1):
            if part.number != expected:
                yield Diagnostic(
                    "T15",
                    part.place.at("number"),
                    {"number": str(part.number), "expected": str(expected)},
                )


def layout_leaves_out(library: Library) -> Iterator[Diagnostic]:
    """The layout shows each number, title and clause exactly once.

    What it left out would never be compared with the source. A line of a measure may do without
    ``{title}`` (T18 then holds the title against the text), and a part's own line may be empty.
    """
    for document in library.documents:
        for where, line, missing in _faults(document):
            yield Diagnostic("T16", where, {"line": line, "placeholder": missing})


def clause_without_words(library: Library) -> Iterator[Diagnostic]:
    """A clause holds words, not only blanks and marks, which belong to the clause before them."""
    for found in library.clauses:
        if not any(unicodedata.category(c)[0] in "LN" for c in found.clause.text):
            yield Diagnostic("T17", found.clause.place.at("text"), {"clause": found.clause.id})


def title_is_not_quoted(library: Library) -> Iterator[Diagnostic]:
    """The title of a measure for which the source prints none is words of one of its clauses.

    Silent while the layout leaves out a number or the clauses (T16).
    """
    for document in library.documents:
        for measure in () if any(_faults(document)) else document.measures:
            line = document.layout.measure if measure.layout is None else measure.layout
            if "{title}" not in line and not any(
                measure.title in clause.text or clause.id in library.doubted
                for clause in measure.clauses
            ):
                yield Diagnostic("T18", measure.place.at("title"), {"title": measure.title})


def part_within_no_earlier(library: Library) -> Iterator[Diagnostic]:
    """What a part is ``within`` stands before it in the same document."""
    for document in library.documents:
        before: set[str] = set()
        for part in document.parts:
            if part.within is not None and part.within not in before:
                params = {"part": part.id, "within": part.within}
                yield Diagnostic("T19", part.place.at("within"), params)
            before.add(part.id)


RULES = (
    Rule("T11", measure_number_jumps, whole=True),
    Rule("T12", measure_number_twice),
    Rule("T13", measure_before_its_part),
    Rule("T14", part_is_empty, whole=True),
    Rule("T15", part_number_jumps),
    Rule("T16", layout_leaves_out),
    Rule("T17", clause_without_words),
    Rule("T18", title_is_not_quoted),
    Rule("T19", part_within_no_earlier),
)


def in_order(document: Document) -> bool:
    """Whether measures are numbered 1 to n, run through all parts in turn, and all are shown."""
    rank = {part.id: n for n, part in enumerate(document.parts)}
    ranks = [rank.get(measure.part, -1) for measure in document.measures]
    return (
        [measure.number for measure in document.measures] == list(range(1, len(ranks) + 1))
        and -1 not in ranks
        and ranks == sorted(ranks)
        and _filled(document) >= rank.keys()
        and not any(_faults(document))
    )


def is_whole(library: Library) -> bool:
    """Whether every text is there as its source has it, so that what none names is not named."""
    return not library.doubted and all(map(in_order, library.documents))


def _filled(document: Document) -> set[str]:
    """The parts that have measures, and all that these are within."""
    filled = {measure.part for measure in document.measures}
    for part in reversed(document.parts):
        if part.id in filled and part.within is not None:
            filled.add(part.within)
    return filled


def _faults(document: Document) -> Iterator[tuple[Location, str, str]]:
    """Each line of the layout with a placeholder that it does not have as often as it should.

    The line of a paragraph that the source does not number has no number.
    """
    layout = document.layout
    lines = [(layout.part, layout.place.at("part"), "part")]
    lines += [(p.layout, p.place.at("layout"), "layout") for p in document.parts if p.layout]
    for line, where, name in lines:
        for placeholder in _IN_PART:
            if line.count(placeholder) != 1:
                yield where, name, placeholder
    usual = [m for m in document.measures if m.layout is None]
    bare = bool(usual) and all(is_unnumbered(m.printed) for m in usual)
    own = [
        (m.layout, m.place.at("layout"), "layout", is_unnumbered(m.printed))
        for m in document.measures
        if m.layout is not None
    ]
    for line, where, name, plain in (
        (layout.measure, layout.place.at("measure"), "measure", bare),
        *own,
    ):
        if sum(map(line.count, _NUMBERS)) != (0 if plain else 1):
            yield where, name, " / ".join(_NUMBERS)
        if line.count("{title}") > 1:
            yield where, name, "{title}"
        if line.count("{clauses}") != 1:
            yield where, name, "{clauses}"
